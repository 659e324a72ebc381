"use client";

import "./fonts.css";
import "./globals.css";

/** Replaces the whole document when even the layout failed, hence without the catalogue. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body className="flex min-h-dvh flex-col items-center justify-center gap-2 bg-surface px-4 text-center">
        <title>Threadwell</title>
        <h1 className="text-16 font-strong">The app could not be loaded</h1>
        <p className="text-text-2">Nothing is lost. The server&rsquo;s log says why.</p>
        <button
          type="button"
          onClick={reset}
          className="mt-2 h-control rounded-2 border border-line-2 px-2.5 font-medium"
        >
          Load again
        </button>
      </body>
    </html>
  );
}
