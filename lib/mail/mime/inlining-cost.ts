import type { ChildNode, Rule } from "postcss";
import parseSafely from "postcss-safe-parser";

/**
 * Whether moving CSS into elements stays bearable in time and memory, whichever of them its rules match.
 * A hostile mail multiplies: selectors by elements, declarations by both, and long values by elements again.
 * @param elements of the HTML, at least as many as there are
 * @throws when it cannot be read at all
 */
export function isBearableToInline(css: string, elements: number): boolean {
  const weights = new Map<string, number>();
  let selectors = 0;
  let matches = 0;
  let isDeep = false;
  const weigh = (nodes: ChildNode[], above: number, depth: number) => {
    isDeep ||= depth > MAX_DEPTH;
    if (isDeep) return;
    for (const node of nodes) {
      if (node.type === "atrule") weigh(node.nodes ?? [], above, depth + 1);
      if (node.type !== "rule") continue;
      const own = above * node.selectors.length;
      const inRule = weightsOf(node);
      selectors += own;
      matches += own * (1 + node.nodes.length);
      for (const [name, weight] of inRule) weights.set(name, Math.max(weight, weights.get(name) ?? 0));
      weigh(node.nodes, own, depth + 1);
    }
  };
  const root = parseSafely(css);
  // A document is what parsers of other languages give.
  if (root.type === "root") weigh(root.nodes, 1, 0);
  // Of two rules an element keeps each property once; of one rule it keeps what is said twice as well.
  const heaviest = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return (
    !isDeep &&
    selectors * elements <= MAX_SELECTORS &&
    matches * elements <= MAX_MATCHES &&
    heaviest * elements <= MAX_WEIGHT
  );
}

function weightsOf({ nodes }: Rule): Map<string, number> {
  const weights = new Map<string, number>();
  for (const node of nodes)
    if (node.type === "decl")
      weights.set(node.prop, (weights.get(node.prop) ?? 0) + node.prop.length + node.value.length + OVERHEAD);
  return weights;
}

/** Rules within rules are written out by juice, twice as long with each `&`. */
const MAX_DEPTH = 3;
const MAX_SELECTORS = 1_500_000;
const MAX_MATCHES = 9_000_000;
/** About the bytes that an element's declarations take while they are moved. */
const MAX_WEIGHT = 60_000_000;
const OVERHEAD = 100;
