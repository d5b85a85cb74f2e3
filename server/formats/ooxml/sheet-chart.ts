/** A chart of bars over a sheet (ECMA-376-1, DrawingML 20.5 and 21.2). */
import { RELATIONSHIPS } from './package.ts';
import { type Area, absoluteName, quotedName } from './sheet-places.ts';
import { escaped } from './xml.ts';

export interface Chart {
  readonly title: string;
  /** Bars lie, so that long names can be read, or stand. */
  readonly lying: boolean;
  /** The series on one bar, else side by side. */
  readonly stacked: boolean;
  /** The cells that it covers. */
  readonly over: Area;
  /** What the bars are of: the cells, and what stands in them. */
  readonly categories: { readonly area: Area; readonly texts: readonly string[] };
  readonly series: readonly Series[];
  /** The figures stand on the bars. */
  readonly figures?: boolean;
  readonly font?: string;
}

export interface Series {
  readonly name: string;
  readonly area: Area;
  readonly values: readonly number[];
  /** RRGGBB. */
  readonly colour: string;
  /** Tells it apart where the chart is printed in black and white: ltUpDiag, dotGrid, … (20.1.10.51). */
  readonly pattern?: string;
}

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const AXES = { names: 111_111_111, values: 222_222_222 };

/** Where the charts of a sheet stand. */
export function drawingXml(charts: readonly Chart[]): string {
  const frames = charts.map(({ over, title }, at) => {
    const corner = (name: string, column: number, row: number) =>
      `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
    return (
      `<xdr:twoCellAnchor>${corner('from', over.left, over.top)}${corner('to', over.right + 1, over.bottom + 1)}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${at + 2}" name="图表 ${at + 1}" descr="${escaped(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" r:id="rId${at + 1}"/></a:graphicData></a:graphic>` +
      '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
    );
  });
  return `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${RELATIONSHIPS}">${frames.join('')}</xdr:wsDr>`;
}

export function chartXml(chart: Chart, sheetName: string): string {
  const { title, lying, stacked, series, font } = chart;
  const sheet = quotedName(sheetName);
  return (
    `<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${RELATIONSHIPS}"><c:roundedCorners val="0"/><c:chart>` +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1400" b="0"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1400" b="0">${face(font)}</a:rPr><a:t>${escaped(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>' +
    `<c:barChart><c:barDir val="${lying ? 'bar' : 'col'}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>` +
    series.map((one, at) => seriesXml(one, at, chart, sheet)).join('') +
    `<c:gapWidth val="50"/>${stacked ? '<c:overlap val="100"/>' : ''}<c:axId val="${AXES.names}"/><c:axId val="${AXES.values}"/></c:barChart>` +
    // The first stands on top where bars lie, as in the cells.
    `<c:catAx><c:axId val="${AXES.names}"/><c:scaling><c:orientation val="${lying ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${lying ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `${words(font, 900)}<c:crossAx val="${AXES.values}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx><c:axId val="${AXES.values}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${lying ? 't' : 'l'}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>` +
    `<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${words(font, 900)}<c:crossAx val="${AXES.names}"/><c:crosses val="autoZero"/></c:valAx>` +
    `</c:plotArea><c:legend><c:legendPos val="${lying ? 't' : 'b'}"/><c:overlay val="0"/>${words(font, 1000)}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}

function seriesXml({ name, area, values, colour, pattern }: Series, at: number, chart: Chart, sheet: string): string {
  const { area: names, texts } = chart.categories;
  const refers = (cells: Area) => `<c:f>${escaped(`${sheet}!${absoluteName(cells)}`)}</c:f>`;
  const points = (all: readonly (string | number)[]) =>
    `<c:ptCount val="${all.length}"/>${all.map((value, idx) => `<c:pt idx="${idx}"><c:v>${escaped(String(value))}</c:v></c:pt>`).join('')}`;
  const solid = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
  const fill = pattern
    ? `<a:pattFill prst="${pattern}"><a:fgClr><a:srgbClr val="${colour}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`
    : solid;
  return (
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:v>${escaped(name)}</c:v></c:tx>` +
    `<c:spPr>${fill}<a:ln w="6350">${solid}</a:ln></c:spPr><c:invertIfNegative val="0"/>${chart.figures ? figuresXml(chart.font) : ''}` +
    `<c:cat><c:strRef>${refers(names)}<c:strCache>${points(texts)}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef>${refers(area)}<c:numCache><c:formatCode>General</c:formatCode>${points(values)}</c:numCache></c:numRef></c:val></c:ser>`
  );
}

/** On white, so that they can be read on a pattern; no 0. */
function figuresXml(font: string | undefined): string {
  return (
    '<c:dLbls><c:numFmt formatCode="0;;;" sourceLinked="0"/><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></c:spPr>' +
    `${words(font, 800)}<c:dLblPos val="ctr"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>` +
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
  );
}

function words(font: string | undefined, size: number): string {
  return `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}">${face(font)}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
}

function face(font: string | undefined): string {
  return font ? `<a:latin typeface="${escaped(font)}"/><a:ea typeface="${escaped(font)}"/>` : '';
}
