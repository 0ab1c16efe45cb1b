/** A state graph as it is drawn: states in layers by distance from the start, left to right. Units are CSS pixels. */
export interface GraphScene {
  readonly width: number;
  readonly height: number;
  readonly layers: readonly GraphLayer[];
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export interface GraphLayer {
  /** Length of a shortest program to each of its states. */
  readonly length: number;
  /** Its left edge. */
  readonly x: number;
}

export interface PlacedNode {
  readonly id: number;
  /** The centre of its box. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** All moves from one state to another, drawn as one line. */
export interface PlacedEdge {
  readonly from: number;
  readonly to: number;
  /** The line, with an arrowhead where it could be read in either direction. */
  readonly d: string;
  readonly label: string;
  readonly labelX: number;
  readonly labelY: number;
  /** A move of it triggers what the query looks for. */
  readonly broken: boolean;
}

/** A state before it has a place. */
export interface GraphNodeInput {
  readonly id: number;
  /** Its distance from the start, which decides its layer. */
  readonly length: number;
  readonly lines: readonly string[];
  /** How many states it stands for; a number above 1 is written beneath its box. */
  readonly states?: number;
}

/** A move before it has a line. */
export interface GraphEdgeInput {
  readonly from: number;
  readonly to: number;
  readonly event: string;
  readonly broken: string | null;
}

/** The moves between the same two states. */
export type EdgeBundle = Pick<PlacedEdge, 'from' | 'to' | 'label' | 'broken'>;

export type GraphPoint = readonly [x: number, y: number];

/** A range of the x axis: a layer, or the gap between two layers. */
export interface XRange {
  readonly left: number;
  readonly right: number;
}

/** Text size of states and edge labels; the style sheet has the same. */
export const GRAPH_FONT = { family: 'mono', size: 11 } as const;

export const round = (value: number): number => Math.round(value * 10) / 10;
