import type { ReactNode } from "react";

/** A part of the page with an address of its own: its title leads to it. */
export function DocsSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-bar border-t border-line pt-6 pb-8">
      <h2 id={`${id}-title`} className="mb-2 text-16 font-strong tracking-tight">
        <a href={`#${id}`} className="underline-offset-4 hover:underline">
          {title}
        </a>
      </h2>
      {children}
    </section>
  );
}
