import { useId, type ReactNode } from "react";

type SettingsSectionProps = { title: string; text: string; action?: ReactNode; children: ReactNode };

/** A part of a settings page below its first, with a heading of its own. */
export function SettingsSection({ title, text, action, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-8 border-t border-line">
      <div className="flex items-start justify-between gap-x-4 gap-y-2 px-4 pt-4 pb-3 max-md:flex-col lg:px-5">
        <div className="min-w-0">
          <h2 id={id} className="text-15 font-strong tracking-tight">
            {title}
          </h2>
          <p className="mt-1 max-w-measure text-12 text-text-2">{text}</p>
        </div>
        <div className="shrink-0">{action}</div>
      </div>
      {children}
    </section>
  );
}
