/** A small notice in order, and one in which a number is skipped; nothing else is to be said of either. */
export const CLEAN = `云溪县人民政府办公室关于印发重点工作任务分解的通知

一、产业发展
1.开工冷链物流园。
牵头单位：县发改委。
2.建成标准厂房。
牵头单位：县工信局。
3.引进龙头企业。
牵头单位：县商务局。
`;

export const GAP = CLEAN.replace('3.', '4.');
