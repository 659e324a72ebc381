"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { MessageView } from "@/lib/domain/message-view";
import { isForward } from "@/lib/domain/subject";
import { pointAtLink } from "./pointed-link";
import { textLinks } from "./text-links";
import { writeTo } from "./write-to";

/** A message without HTML: what is new in it, and the rest behind a button that counts its lines; of a forward, all of it. */
export function PlainText({ message }: { message: MessageView }) {
  const t = useTranslations("thread.message");
  const [isWhole, setWhole] = useState(isForward(message.subject));
  const { text, visibleText } = message;
  const quoted = visibleText ? linesOf(text) - linesOf(visibleText) : 0;
  if (!text && !visibleText) return <p className="text-13 text-text-3">{t("noText")}</p>;
  return (
    <>
      <Words text={isWhole || !visibleText ? text : visibleText} threadId={message.api.id} />
      {quoted > 0 ? (
        <button
          type="button"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
          className="touch-target mt-1 rounded-2 bg-sunken px-2 py-0.5 text-12 text-text-2 hover:bg-pressed"
        >
          <span aria-hidden>··· </span>
          {t("quoted", { lines: quoted })}
        </button>
      ) : null}
    </>
  );
}

function Words({ text, threadId }: { text: string; threadId: number }) {
  return (
    <div
      dir="auto"
      data-mail-text
      className="text-14 [overflow-wrap:anywhere] whitespace-pre-wrap [unicode-bidi:plaintext]"
    >
      {textLinks(text.trimEnd()).map(({ text: piece, href }, index) =>
        href ? (
          <a
            key={index}
            href={href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            onClick={(event) => {
              if (writeTo(threadId, href)) event.preventDefault();
            }}
            onPointerEnter={() => pointAtLink(href)}
            onPointerLeave={() => pointAtLink(null)}
            onFocus={() => pointAtLink(href)}
            onBlur={() => pointAtLink(null)}
            className="text-accent-text underline underline-offset-2"
          >
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </div>
  );
}

const linesOf = (text: string): number => text.split("\n").filter((line) => line.trim() !== "").length;
