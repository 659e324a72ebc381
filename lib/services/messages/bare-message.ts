import type { Incoming } from "./direction-of-message";

/** What is left of a message that the database refuses: who, when and the raw source. Its text is read from the source by a person. */
export function bareMessage(message: Incoming): Incoming {
  const ascii = (text: string) => text.replace(/[^\x20-\x7e]/g, "?").slice(0, 200);
  return {
    ...message,
    subject: ascii(message.subject),
    baseSubject: ascii(message.baseSubject),
    text: "",
    visibleText: "",
    snippet: "",
    html: "",
    remoteImages: 0,
    trackers: 0,
    replyTo: [],
    files: [],
    invitation: null,
    references: message.references.slice(-20),
    parseProblem: "unstorable",
  };
}
