/** The notice of the ledger's tests, and what the units make of its ledger. */
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { ExportOptions } from '../../server/formats/format.ts';
import { writeXlsx as writeLedger } from '../../server/formats/ledger/xlsx.ts';
import type { Notice } from '../../server/model/notice.ts';
import { readNotice } from '../../server/model/read.ts';

export const TEXT = `云溪县人民政府关于印发2026年重点工作任务的通知

一、壮大特色产业
（一）做优茶产业
1.新建生态茶园6000亩，改造低产茶园1.5万亩。
牵头领导：岑柏。
牵头责任单位：县农业农村局。
协同责任单位：县财政局、各乡镇。
完成时限：2026年9月底前。
2.引进精制茶加工企业3家。
牵头领导：岑柏。
牵头责任单位：县商务局。
协同责任单位：县农业农村局。
完成时限：2026年6月底前。
（二）做强水产业
3.建成白鹭湖渔业基地。
牵头领导：戚如蓝。
牵头责任单位：县水利局。
协同责任单位：县财政局。
完成时限：2026年12月底前。
二、建设宜居城乡
4.改造老旧小区12个。
牵头领导：戚如蓝。
牵头责任单位：县住建局。
协同责任单位：县财政局、县民政局。
完成时限：2026年10月底前。
5.新建公共停车泊位800个。
牵头领导：戚如蓝。
牵头责任单位：县住建局。
协同责任单位：县公安局。
完成时限：2026年11月底前。
6.定期清理河道垃圾。
牵头领导：岑柏。
牵头责任单位：县水利局。
协同责任单位：各乡镇。
完成时限：2026年12月底前。
7.定期清理河道垃圾。
牵头领导：岑柏。
牵头责任单位：县农业农村局。
协同责任单位：各乡镇。
完成时限：2026年12月底前。
`;

export const notice: Notice = readNotice(TEXT);

export type Grid = (string | number | boolean | Date | null)[][];

export async function ledgerOf(of: Notice = notice, options: ExportOptions = {}): Promise<Uint8Array> {
  return (await writeLedger(of, options)).files[0]!.content as Uint8Array;
}

/** The ledger's list as rows of values, the header first. */
export async function gridOf(bytes: Uint8Array): Promise<Grid> {
  const { sheets } = await readXlsx(bytes);
  return sheets[0]!.rows.map((row) => [...row]);
}

/** A workbook of a unit: its rows as it left them, written by another program, with the hidden sheet or without it. */
export async function returned(rows: Grid, sent?: Uint8Array): Promise<Uint8Array> {
  const index = sent ? (await readXlsx(sent)).sheets[1]! : undefined;
  return writeXlsx({
    sheets: [{ name: '台账', rows }, ...(index ? [{ name: '台账索引', rows: index.rows, hidden: true }] : [])],
  });
}

export function columnOf(grid: Grid, header: string): number {
  const at = grid[0]!.findIndex((label) => String(label).replace(/\s/g, '') === header);
  if (at < 0) throw new Error(`no column ${header}`);
  return at;
}
