import type { CarriedFields, DraftContent } from "@/lib/domain/draft";
import { withRestoredUploads } from "@/lib/domain/inline-uploads";
import type { ScheduleCondition } from "@/lib/domain/reply-state";
import type { ComposerFile } from "./files";
import { changeFiles, filesOfDraft, savedFiles, type FilesAction } from "./files";
import { addTyped } from "./recipient-chips";

export const RECIPIENT_FIELDS = ["to", "cc", "bcc"] as const;
export type RecipientField = (typeof RECIPIENT_FIELDS)[number];

/** A chosen instant (ISO 8601) and the zone whose clock it was read from; null is now. */
export type ChosenTime = { time: string; zone: string } | null;

/** What somebody is writing. Addresses stay as typed; times are ISO 8601. */
export type ComposerState = {
  parentId: string;
  to: string[];
  cc: string[];
  bcc: string[];
  bodyHtml: string;
  addSignature: boolean;
  files: ComposerFile[];
  schedule: ChosenTime;
  scheduleCondition: ScheduleCondition;
  /** What no control of the composer shows or changes. */
  carried: CarriedFields;
  /** What the server refused, by the contract's field; a field's complaint goes when the field is changed. */
  problems: FieldComplaints;
};

export type FieldComplaint = { reason: string; index: number | null; values: Record<string, string | number> };
export type ComplaintField = RecipientField | "body" | "schedule" | "files" | "form";
export type FieldComplaints = Partial<Record<ComplaintField, FieldComplaint>>;

export type ComposerAction =
  | { type: "recipients"; field: RecipientField; entries: string[] }
  | { type: "body"; html: string }
  | { type: "signature"; on: boolean }
  | { type: "schedule"; chosen: ChosenTime; condition?: ScheduleCondition }
  | { type: "condition"; condition: ScheduleCondition }
  | { type: "files"; change: FilesAction }
  | { type: "merged"; other: DraftContent }
  | { type: "refused"; problems: FieldComplaints };

/** The composer after something was typed, chosen, uploaded or refused. */
export function composerReducer(state: ComposerState, action: ComposerAction): ComposerState {
  switch (action.type) {
    case "recipients":
      return { ...without(state, action.field), [action.field]: action.entries };
    case "body":
      return { ...without(state, "body"), bodyHtml: action.html };
    case "signature":
      return { ...state, addSignature: action.on };
    case "schedule":
      return {
        ...without(state, "schedule"),
        schedule: action.chosen,
        // Without a time there is nothing to wait for.
        scheduleCondition: action.chosen ? (action.condition ?? state.scheduleCondition) : "always",
      };
    case "condition":
      return { ...state, scheduleCondition: action.condition };
    case "files":
      return { ...without(state, "files"), files: changeFiles(state.files, action.change) };
    case "merged":
      return withRecipientsAndFiles(state, action.other);
    case "refused":
      return { ...state, problems: action.problems };
  }
}

/** What another version of the draft has besides: whom it names and what hangs below it. Its text is put into the editor. */
function withRecipientsAndFiles(state: ComposerState, other: DraftContent): ComposerState {
  const have = new Set(state.files.map(({ uploadId, fileUrl }) => uploadId ?? fileUrl));
  const all = [...state.to, ...state.cc, ...state.bcc];
  const added = (field: RecipientField) => addTyped(all, other[field].join(", ")).slice(all.length);
  return {
    ...state,
    to: [...state.to, ...added("to")],
    cc: [...state.cc, ...added("cc")],
    bcc: [...state.bcc, ...added("bcc")],
    files: [
      ...state.files,
      ...filesOfDraft(other.attachments).filter((file) => !have.has(file.uploadId ?? file.fileUrl)),
    ],
  };
}

/** A composer filled from what was saved. */
export function stateOfDraft(content: DraftContent): ComposerState {
  const { parentId, to, cc, bcc, addSignature, attachments, scheduledTime, scheduledZone, scheduleCondition } = content;
  // A reply that was taken back shows its pictures by their parts.
  const uploads = attachments.filter((file) => "uploadId" in file);
  const uploadOf = (contentId: string) => uploads.find((file) => file.contentId === contentId)?.uploadId;
  return {
    parentId,
    to,
    cc,
    bcc,
    bodyHtml: withRestoredUploads(content.bodyHtml, uploadOf),
    addSignature,
    files: filesOfDraft(attachments),
    schedule: scheduledTime ? { time: scheduledTime, zone: scheduledZone ?? "UTC" } : null,
    scheduleCondition,
    carried: carriedBy(content),
    problems: {},
  };
}

/** What is saved of a composer: everything but files still on their way, which only this window holds. */
export function draftOf(state: ComposerState): DraftContent {
  const { parentId, to, cc, bcc, bodyHtml, addSignature, schedule, scheduleCondition } = state;
  return {
    parentId,
    to,
    cc,
    bcc,
    bodyHtml,
    addSignature,
    attachments: savedFiles(state.files),
    scheduledTime: schedule?.time ?? null,
    scheduledZone: schedule?.zone ?? null,
    scheduleCondition,
    ...state.carried,
  };
}

const carriedBy = ({ replyEmailBody, replyEmailTime, seqType }: DraftContent): CarriedFields => ({
  ...(replyEmailBody === undefined ? {} : { replyEmailBody }),
  ...(replyEmailTime === undefined ? {} : { replyEmailTime }),
  ...(seqType === undefined ? {} : { seqType }),
});

/** Whether a body shows nothing: no word and no picture. */
export function isEmptyBody(html: string): boolean {
  if (/<img\b/i.test(html)) return false;
  return html.replace(/<[^>]*>/g, "").replace(/&nbsp;|\s/g, "") === "";
}

function without(state: ComposerState, field: ComplaintField): ComposerState {
  if (!state.problems[field] && !state.problems.form) return state;
  const { [field]: _gone, form: _form, ...problems } = state.problems;
  return { ...state, problems };
}
