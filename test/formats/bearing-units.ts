/** Units and a group of them, for what is told by unit. */
export const UNITS = `地区：云溪县（县）

单位：云溪县发展和改革局
简称：县发改局

单位：云溪县财政局
简称：县财政局

单位：青石镇
隶属：云溪县

单位：桃坪乡
隶属：云溪县

单位组：各乡镇
成员：青石镇、桃坪乡
`;
