/**
 * What ECharts is told for a count that flows from the values of one dimension to those of another. The two sides are apart also
 * where they have the same values, so that nothing flows in a circle. Points are the nodes first and the flows after them.
 */
import { INK, OTHERS, SERIES_COLOURS, type Scheme } from './series-colours.ts';
import { escaped, inLabel, TEXT_STYLE, tooltipLook } from './time-option.ts';

export interface SankeyNode {
  id: string;
  name: string;
  /** Which of the series colours. */
  colour: number;
  side: 'from' | 'to';
  words: string;
}

export interface SankeyFlow {
  /** Places among the nodes. */
  from: number;
  to: number;
  value: number;
  words: string;
}

export interface SankeyChart {
  nodes: readonly SankeyNode[];
  flows: readonly SankeyFlow[];
}

const NODE_PX = 34;
const LABEL_PX = 132;

export function sankeyHeight({ nodes }: SankeyChart): number {
  const from = nodes.filter(({ side }) => side === 'from').length;
  return Math.max(180, 24 + Math.max(from, nodes.length - from) * NODE_PX);
}

export function sankeyOption({ nodes, flows }: SankeyChart, scheme: Scheme) {
  const ink = INK[scheme];
  return {
    animation: false,
    textStyle: { ...TEXT_STYLE, color: ink.text },
    tooltip: {
      ...tooltipLook(scheme),
      trigger: 'item' as const,
      formatter: ({ dataIndex, dataType }: { dataIndex: number; dataType?: string }) =>
        escaped((dataType === 'edge' ? flows[dataIndex] : nodes[dataIndex])?.words ?? ''),
    },
    series: [
      {
        type: 'sankey' as const,
        id: 'sankey',
        left: LABEL_PX,
        right: LABEL_PX,
        top: 8,
        bottom: 8,
        nodeWidth: 12,
        nodeGap: 10,
        draggable: false,
        // In the order given, the largest first, so that a live change moves nothing that has not changed.
        layoutIterations: 0,
        emphasis: { focus: 'adjacency' as const },
        data: nodes.map(({ id, name, side, colour }) => ({
          name: id,
          depth: side === 'from' ? 0 : 1,
          itemStyle: { color: SERIES_COLOURS[scheme][colour] ?? OTHERS, borderWidth: 0 },
          label: {
            position: side === 'from' ? ('left' as const) : ('right' as const),
            formatter: inLabel(name),
            color: ink.text,
            fontSize: 12,
            width: LABEL_PX - 12,
            overflow: 'truncate' as const,
          },
        })),
        links: flows.map(({ from, to, value }) => ({
          source: nodes[from]!.id,
          target: nodes[to]!.id,
          value,
          lineStyle: { color: SERIES_COLOURS[scheme][nodes[from]!.colour] ?? OTHERS, opacity: 0.35, curveness: 0.5 },
        })),
      },
    ],
  };
}
