/** The registry of an invented place: its units with their short names, former ones, groups, who is in charge of what. */
import { FIELDS, LEADERS, type Place, SUPPORTING, UNITS } from './vocabulary.ts';

export function registryOf({ name, level, above, towns, allTowns }: Place): string {
  const units = Object.entries(UNITS).map(
    ([short, full]) =>
      `单位：${name}${full}\n简称：${level}${short}${short === '发改委' ? `\n挂牌：${level}粮食和储备局` : ''}${short === '住房城乡建设局' ? `\n待核：${level}住建局` : ''}`,
  );
  const former = [
    `单位：${name}扶贫开发局\n简称：${level}扶贫局\n撤销：2025年12月31日\n后继：${name}乡村振兴局`,
    `单位：${name}乡村振兴局\n简称：${level}乡村振兴局\n启用：2026年1月1日`,
    `单位：${name}低空经济发展中心\n简称：${level}低空经济中心\n启用：2027年1月1日`,
  ];
  const more = [`单位：${name}望江塔风景名胜区管理委员会\n简称：${name}望江塔风景名胜区管委会、风景区管委会`];
  const groups = [
    `单位组：${level}水网建设领导小组\n成员：${level}财政局、${level}水利局、${level}统计局`,
    `单位组：${allTowns}\n成员：${towns.join('、')}`,
  ];
  const leaders = FIELDS.map((field, index) => {
    const { name: leader, title } = LEADERS[index]!;
    const own = [...Object.keys(field.tasks), ...(index === 0 ? SUPPORTING : [])].map((unit) => level + unit);
    return `领导：${leader}\n职务：${title}\n分管：${own.join('、')}`;
  });
  const blocks = [
    `// ${name}单位名册，虚构`,
    `地区：${above}（${above.at(-1)}）\n\n地区：${name}（${level}）\n隶属：${above}`,
    ...units,
    ...towns.map((town) => `单位：${town}\n隶属：${name}`),
    ...more,
    ...former,
    ...groups,
    ...leaders,
  ];
  return `${blocks.join('\n\n')}\n`;
}
