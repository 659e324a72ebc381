import type { SmartleadAction } from "@/lib/domain/smartlead";

type Place = { method: "POST" | "PATCH"; path: string };

const PLACES: Record<SmartleadAction, Place> = {
  category: { method: "PATCH", path: "/master-inbox/update-category" },
  read_state: { method: "PATCH", path: "/master-inbox/change-read-status" },
  note: { method: "POST", path: "/master-inbox/create-note" },
  task: { method: "POST", path: "/master-inbox/create-task" },
  reminder: { method: "POST", path: "/master-inbox/set-reminder" },
  team_member: { method: "POST", path: "/master-inbox/update-team-member" },
  pause: { method: "POST", path: "/campaigns/{campaign_id}/leads/{lead_id}/pause" },
  resume: { method: "POST", path: "/campaigns/{campaign_id}/leads/{lead_id}/resume" },
  unsubscribe: { method: "POST", path: "/campaigns/{campaign_id}/leads/{lead_id}/unsubscribe" },
  block_domain: { method: "POST", path: "/master-inbox/block-domains" },
  forward: { method: "POST", path: "/campaigns/{campaign_id}/forward-email" },
};

/**
 * The call that carries an action over. The payload speaks Smartlead's own words; those that the path names go into it, the rest
 * is the body. Ids are kept as texts here and are numbers in Smartlead's documents.
 * @throws RangeError when the path misses an id
 */
export function actionCall(
  action: SmartleadAction,
  payload: Record<string, unknown>,
): { method: "POST" | "PATCH"; path: string; body: Record<string, unknown> } {
  const { method, path } = PLACES[action];
  const rest = { ...payload };
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const id = rest[name];
    delete rest[name];
    if ((typeof id !== "string" && typeof id !== "number") || String(id) === "")
      throw new RangeError(`${action} needs ${name}`);
    return encodeURIComponent(String(id));
  });
  const body = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, NUMBERED.test(name) ? asNumber(value) : value]),
  );
  return { method, path: filled, body };
}

const NUMBERED = /^(?:email_lead_map_id|category_id|campaign_id|lead_id|team_member_id|email_lead_id)$/;

/** An id as the number that it is in Smartlead's documents, where it is one. */
export const asNumber = (id: unknown): unknown => (typeof id === "string" && /^\d{1,15}$/.test(id) ? Number(id) : id);
