import { useEffect, useRef, useState } from "react";
import { uploadFile, type Upload } from "@/components/composer/upload-file";
import { orderMailFiles } from "@/lib/actions/imports";
import type { ActionError } from "@/lib/actions/action";
import { cutMailFile, MAX_MAIL_FILES, type MailFile } from "@/lib/domain/mail-file";
import { answerOf } from "../answer-of";

/** `cut` is null for what is no mail. */
export type ChosenFile = { file: File; cut: MailFile | null };
export type MailFilesProblem =
  { kind: "upload"; name: string; why: "too_large" | "refused" | "signed_out" } | ActionError;

/**
 * Files of mail on their way in: looked through as they are chosen, sent in pieces when somebody says so, and ordered to be read once
 * all is there. What was sent stays sent: after a refusal the same press goes on.
 */
export function useMailFiles(onOrdered: () => void) {
  const [chosen, setChosen] = useState<ChosenFile[]>([]);
  const [looking, setLooking] = useState(0);
  const [sending, setSending] = useState<{ sent: number; isWaiting: boolean } | null>(null);
  const [problem, setProblem] = useState<MailFilesProblem | null>(null);
  const sent = useRef(new Map<Blob, string>());
  const running = useRef<{ isStopped: boolean; upload: Upload | null } | null>(null);
  const stop = () => {
    if (!running.current) return;
    running.current.isStopped = true;
    running.current.upload?.stop();
  };
  useEffect(() => stop, []);

  const pieces = chosen.flatMap(({ file, cut }) => cut?.pieces.map((piece) => ({ file, piece })) ?? []);
  const bytes = pieces.reduce((sum, { piece }) => sum + piece.size, 0);
  const choose = async (files: File[]) => {
    setProblem(null);
    setLooking((before) => before + 1);
    for (const file of files) {
      const cut = await cutMailFile(file).catch(() => null);
      setChosen((before) => (before.some((other) => isSame(other.file, file)) ? before : [...before, { file, cut }]));
    }
    setLooking((before) => before - 1);
  };
  const send = async (mailboxId: string) => {
    const run: NonNullable<typeof running.current> = { isStopped: false, upload: null };
    running.current = run;
    setProblem(null);
    let before = 0;
    for (const { file, piece } of pieces) {
      const told = {
        onProgress: (now: number) => setSending({ sent: before + now, isWaiting: false }),
        onWaiting: (isWaiting: boolean) => setSending((last) => ({ sent: last?.sent ?? before, isWaiting })),
      };
      told.onProgress(0);
      if (!sent.current.has(piece)) {
        run.upload = uploadFile(new File([piece], file.name, { type: "application/octet-stream" }), told);
        const outcome = await run.upload.done;
        if (run.isStopped || outcome.state === "stopped") return setSending(null);
        if (outcome.state === "failed") {
          const why = outcome.problem === "network" ? "refused" : outcome.problem;
          setProblem({ kind: "upload", name: file.name, why });
          return setSending(null);
        }
        sent.current.set(piece, outcome.id);
      }
      before += piece.size;
    }
    const uploadIds = pieces.map(({ piece }) => sent.current.get(piece)!);
    const name = pieces[0]!.file.name.slice(0, 255);
    const answer = await answerOf(orderMailFiles({ mailboxId, name, uploadIds }));
    setSending(null);
    if (!answer.ok) return setProblem(answer.error);
    sent.current.clear();
    // What was dropped meanwhile has not been sent.
    setChosen((before) => before.filter((each) => !chosen.includes(each)));
    onOrdered();
  };
  return {
    chosen,
    isLooking: looking > 0,
    sending,
    problem,
    bytes,
    messages: chosen.reduce((sum, { cut }) => sum + (cut?.messages ?? 0), 0),
    isTooMany: pieces.length > MAX_MAIL_FILES,
    choose: (files: File[]) => void choose(files),
    remove: (file: File) => setChosen((before) => before.filter((each) => each.file !== file)),
    send: (mailboxId: string) => void send(mailboxId),
    stop,
  };
}

const isSame = (a: File, b: File): boolean =>
  a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
