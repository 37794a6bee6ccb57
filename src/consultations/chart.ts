/** Charts as SVG, drawn on the server. */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { LegacyGridContainLabel } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([BarChart, LineChart, GridComponent, LegacyGridContainLabel, SVGRenderer]);

/** Of the smallest phones' pages: drawn at its own size, its words are legible there. */
const WIDTH = 360;
const BAR = 44;
/** Readable on white and on a dark page alike: charts stand on their own white ground. */
const [INK, FILL] = ['#1f2937', '#1d4ed8'];
const TEXT = { color: INK, fontSize: 14, fontFamily: 'sans-serif' };

export interface Bar {
  readonly label: string;
  readonly count: number;
}

/** One bar an answer, the first on top, its count behind it. */
export function barsOf(bars: readonly Bar[]): string {
  return drawn(bars.length * BAR + 24, {
    grid: { left: 8, right: 40, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: {
      ...{ type: 'category', inverse: true, data: bars.map(({ label }) => label) },
      ...{ axisTick: { show: false }, axisLine: { lineStyle: { color: INK } } },
      axisLabel: { ...TEXT, width: 130, overflow: 'break' },
    },
    series: [
      {
        ...{ type: 'bar', barMaxWidth: 24, itemStyle: { color: FILL } },
        data: bars.map(({ count }) => count),
        label: { ...TEXT, show: true, position: 'right' },
      },
    ],
  });
}

/** Ballots in all, day after day. */
export function growthOf(days: Readonly<Record<string, number>>): string {
  let total = 0;
  const points = Object.entries(days).map(([day, count]) => {
    total += count;
    return [day, total];
  });
  return drawn(240, {
    grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
    xAxis: { type: 'category', axisLabel: TEXT, axisLine: { lineStyle: { color: INK } } },
    yAxis: { type: 'value', minInterval: 1, axisLabel: TEXT },
    series: [
      {
        type: 'line',
        step: 'end',
        symbolSize: 8,
        data: points,
        itemStyle: { color: FILL },
        lineStyle: { color: FILL },
      },
    ],
  });
}

function drawn(height: number, option: object): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  chart.setOption({ animation: false, backgroundColor: '#ffffff', ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
