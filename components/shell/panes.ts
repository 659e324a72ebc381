/** How somebody has set up the frame in this browser. Widths are px where 1 rem is 16. */
export type Panes = { list: number; lead: number; isLeadShown: boolean; areCampaignsShown: boolean };
export type PaneName = "list" | "lead";

export const PANES_COOKIE = "threadwell-panes";
export const PANE_LIMITS = {
  list: { min: 300, max: 480, usual: 364 },
  lead: { min: 240, max: 360, usual: 260 },
} as const satisfies Record<PaneName, { min: number; max: number; usual: number }>;

export const USUAL_PANES: Panes = {
  list: PANE_LIMITS.list.usual,
  lead: PANE_LIMITS.lead.usual,
  isLeadShown: true,
  areCampaignsShown: true,
};

export function withinLimits(name: PaneName, width: number): number {
  const { min, max } = PANE_LIMITS[name];
  return Math.round(Math.min(Math.max(width, min), max));
}

/** Reads the cookie; whatever it says, each width is one that a pane can have. */
export function readPanes(raw: string | undefined): Panes {
  const said = new URLSearchParams(raw);
  const width = (name: PaneName) => withinLimits(name, Number.parseFloat(said.get(name) ?? "") || USUAL_PANES[name]);
  return {
    list: width("list"),
    lead: width("lead"),
    isLeadShown: said.get("isLeadShown") !== "false",
    areCampaignsShown: said.get("areCampaignsShown") !== "false",
  };
}

export const writePanes = (panes: Panes): string =>
  new URLSearchParams(Object.entries(panes).map(([name, value]) => [name, String(value)])).toString();
