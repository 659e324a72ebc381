"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DraftContent } from "@/lib/domain/draft";
import { versionDifferences, type Piece, type ShownVersion } from "./version-differences";

type DraftVersionsProps = { mine: DraftContent; theirs: DraftContent; theirTime: string };

/** Two versions of one draft beside each other (below each other where there is no room), what differs marked in each. */
export function DraftVersions({ mine, theirs, theirTime }: DraftVersionsProps) {
  const t = useTranslations("composer.conflict");
  const shown = versionDifferences(mine, theirs);
  return (
    <section
      aria-label={t("versions")}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region is reached with the keyboard too
      tabIndex={0}
      className="grid max-h-56 shrink-0 grid-cols-1 overflow-y-auto border-b border-line -outline-offset-2 sm:grid-cols-2"
    >
      <Version title={t("mine")} version={shown.mine} />
      <Version title={t("theirs", { time: theirTime })} version={shown.theirs} />
    </section>
  );
}

function Version({ title, version }: { title: string; version: ShownVersion }) {
  const t = useTranslations("composer.conflict");
  return (
    <section
      aria-label={title}
      className="min-w-0 border-line px-3 py-2 not-first:border-t sm:not-first:border-t-0 sm:not-first:border-l"
    >
      <h3 className="text-12 font-medium text-text-2">{title}</h3>
      <Line name={t("recipients")} pieces={version.recipients} />
      <p className="text-13 break-words whitespace-pre-wrap">
        {version.pieces.length > 0 ? (
          <Marked pieces={version.pieces} />
        ) : (
          <span className="text-text-3">{t("empty")}</span>
        )}
      </p>
      <Line name={t("files")} pieces={version.files} />
    </section>
  );
}

function Line({ name, pieces }: { name: string; pieces: Piece[] }): ReactNode {
  if (pieces.length === 0) return null;
  return (
    <p className="text-12 break-words text-text-2">
      <span className="text-text-3">{name}</span>{" "}
      {pieces.map((piece, index) => (
        <span key={index}>
          {index > 0 ? ", " : ""}
          <Marked pieces={[piece]} />
        </span>
      ))}
    </p>
  );
}

/** Underlined as well as coloured: nothing is said by colour alone. */
const Marked = ({ pieces }: { pieces: Piece[] }) =>
  pieces.map(({ text, isOwn }, index) =>
    isOwn ? (
      <ins key={index} className="bg-diff-add text-diff-add-text underline decoration-1 underline-offset-2">
        {text}
      </ins>
    ) : (
      <span key={index}>{text}</span>
    ),
  );
