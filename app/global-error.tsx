"use client";

import "./fonts.css";
import "./globals.css";
import { useHydrated } from "@/components/ui/use-hydrated";

const TEXTS = {
  en: {
    title: "The app could not be loaded",
    text: "Nothing is lost. The server’s log says why.",
    again: "Load again",
  },
  de: {
    title: "Die App konnte nicht geladen werden",
    text: "Nichts ist verloren. Den Grund nennt das Protokoll des Servers.",
    again: "Neu laden",
  },
};

/** Replaces the whole document when even the layout failed, hence without the catalogue and in the browser’s language. */
export default function GlobalError({ reset }: { reset: () => void }) {
  const locale = useHydrated() && navigator.language.startsWith("de") ? "de" : "en";
  const { title, text, again } = TEXTS[locale];
  return (
    <html lang={locale}>
      <body className="flex min-h-dvh flex-col items-center justify-center gap-2 bg-surface px-4 text-center">
        <title>Threadwell</title>
        <h1 className="text-16 font-strong">{title}</h1>
        <p className="text-text-2">{text}</p>
        <button
          type="button"
          onClick={reset}
          className="mt-2 h-control rounded-2 border border-line-2 px-2.5 font-medium"
        >
          {again}
        </button>
      </body>
    </html>
  );
}
