import { defined } from "@/lib/domain/defined";
import { draftBelow } from "@/lib/domain/draft-below";
import type { CarriedFields, DraftContent, DraftFollowUps, WritingFields } from "@/lib/domain/draft";
import { withRestoredUploads } from "@/lib/domain/inline-uploads";
import type { ScheduleCondition } from "@/lib/domain/reply-state";
import type { ComposerFile } from "./files";
import { changeFiles, filesOfDraft, savedFiles, withFiles, type FilesAction } from "./files";
import { addTyped, removeEntry, withAddressee } from "./recipient-chips";

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
  writing: WritingFields;
  /** What the server refused, by the contract's field; a field's complaint goes when the field is changed. */
  problems: FieldComplaints;
};

export type FieldComplaint = { reason: string; index: number | null; values: Record<string, string | number> };
export type ComplaintField = RecipientField | "body" | "schedule" | "files" | "form";
export type FieldComplaints = Partial<Record<ComplaintField, FieldComplaint>>;

export type ComposerAction =
  | { type: "recipients"; field: RecipientField; entries: string[] }
  | { type: "moved"; from: RecipientField; index: number; to: RecipientField }
  | { type: "added"; address: string }
  | { type: "body"; html: string }
  | { type: "plain"; on: boolean; html: string }
  | { type: "signature"; on: boolean }
  | { type: "schedule"; chosen: ChosenTime; condition?: ScheduleCondition }
  | { type: "condition"; condition: ScheduleCondition }
  | { type: "files"; change: FilesAction }
  | { type: "template"; templateId: string }
  | { type: "followUps"; followUps: DraftFollowUps | null }
  | { type: "merged"; other: DraftContent }
  | { type: "followed"; saved: DraftContent }
  /** `isBack`: the opening is what the draft was before. */
  | { type: "turned"; opening: DraftContent; isBack?: true }
  | { type: "refused"; problems: FieldComplaints };

/** The composer after something was typed, chosen, uploaded or refused. */
export function composerReducer(state: ComposerState, action: ComposerAction): ComposerState {
  switch (action.type) {
    case "recipients":
      return { ...without(state, action.field), [action.field]: action.entries };
    case "moved":
      return moved(state, action);
    case "added":
      return { ...without(state, "to"), to: withAddressee(state, action.address) };
    case "body":
      return { ...without(state, "body"), bodyHtml: action.html };
    case "plain":
      return { ...without(state, "body"), bodyHtml: action.html, writing: plainWriting(state.writing, action.on) };
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
    case "template":
      return { ...state, writing: withTemplate(state.writing, action.templateId) };
    case "followUps":
      return { ...state, writing: withFollowUps(state.writing, action.followUps) };
    case "merged":
      return withAllButText(state, action.other);
    case "followed":
      return stateOfDraft(action.saved);
    case "turned":
      return turned(state, action.opening, action.isBack);
    case "refused":
      return { ...state, problems: action.problems };
  }
}

function plainWriting({ isPlain: _former, ...others }: WritingFields, isPlain: boolean): WritingFields {
  return isPlain ? { ...others, isPlain } : others;
}

function withTemplate(writing: WritingFields, templateId: string): WritingFields {
  return {
    ...writing,
    templateIds: [...new Set([...(writing.templateIds ?? []), templateId])].slice(0, MOST_TEMPLATES),
  };
}

function withFollowUps(
  { followUps: _former, ...others }: WritingFields,
  followUps: DraftFollowUps | null,
): WritingFields {
  return followUps ? { ...others, followUps } : others;
}

/** The contract takes no more. */
const MOST_TEMPLATES = 50;

/** A recipient from one field to another; who is there already is not doubled. */
function moved(state: ComposerState, { from, index, to }: Extract<ComposerAction, { type: "moved" }>): ComposerState {
  const entry = state[from][index];
  if (entry === undefined || from === to) return state;
  const left = without(without(state, from), to);
  return { ...left, [from]: removeEntry(state[from], index), [to]: addTyped(state[to], entry) };
}

/** What another version of the draft has besides, by the rules of two drafts that become one. Its text is put into the editor. */
function withAllButText(state: ComposerState, other: DraftContent): ComposerState {
  const both = stateOfDraft(draftBelow(draftOf(state), other));
  // Files that are still on their way are in no draft.
  return { ...both, bodyHtml: state.bodyHtml, files: withFiles(state.files, other.attachments) };
}

/** A reply becomes a forward, a forward a reply, or either one of another message: the words and own files stay. */
function turned(state: ComposerState, opening: DraftContent, isBack = false): ComposerState {
  const { parentId, to, cc, kind, attachments } = opening;
  const { kind: _former, ...writing } = state.writing;
  return {
    ...state,
    parentId,
    to,
    cc,
    problems: {},
    writing: kind ? { ...writing, kind } : writing,
    ...(isBack ? { bcc: opening.bcc, addSignature: opening.addSignature, ...scheduleOf(opening) } : {}),
    ...(kind ? { scheduleCondition: "always" } : {}),
    files: withFiles(
      state.files.filter(({ attachmentId }) => !attachmentId),
      attachments,
    ),
  };
}

/** A composer filled from what was saved. */
export function stateOfDraft(content: DraftContent): ComposerState {
  const { parentId, to, cc, bcc, addSignature, attachments } = content;
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
    ...scheduleOf(content),
    carried: carriedBy(content),
    writing: writingOf(content),
    problems: {},
  };
}

const scheduleOf = ({ scheduledTime, scheduledZone, scheduleCondition }: DraftContent) => ({
  schedule: scheduledTime ? { time: scheduledTime, zone: scheduledZone ?? "UTC" } : null,
  scheduleCondition,
});

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
    ...state.writing,
  };
}

const carriedBy = ({ replyEmailBody, replyEmailTime, seqType }: DraftContent): CarriedFields =>
  defined({ replyEmailBody, replyEmailTime, seqType });

const writingOf = ({ kind, isPlain, templateIds, followUps }: DraftContent): WritingFields =>
  defined({ kind, isPlain, templateIds, followUps });

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
