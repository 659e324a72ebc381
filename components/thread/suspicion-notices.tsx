import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { differenceOf } from "@/lib/domain/difference-of";
import type { Suspicion } from "@/lib/domain/suspicions";
import { nameOf } from "./people-words";
import type { Surroundings } from "./use-surroundings";

type NoticesProps = { suspicions: Suspicion[]; around: Surroundings };

/** Why a message may not be from whom it seems, and where answers to it would go: what was found, beside what is known. */
export function SuspicionNotices({ suspicions, around }: NoticesProps) {
  const t = useTranslations("thread.suspicion");
  if (suspicions.length === 0) return null;
  return (
    <div
      role="note"
      data-suspicion={suspicions[0]?.kind}
      className="mb-2 flex items-start gap-2 rounded-2 bg-warn-soft px-3 py-2 text-12 [&_svg]:mt-0.5 [&_svg]:size-3.5 [&_svg]:shrink-0"
    >
      <TriangleAlert aria-hidden className="text-warn" />
      <div className="flex min-w-0 flex-col gap-1 [overflow-wrap:anywhere]">
        {suspicions.map((suspicion) => (
          <p key={suspicion.kind}>
            <Words suspicion={suspicion} t={t} around={around} />
          </p>
        ))}
      </div>
    </div>
  );
}

type WordsProps = {
  suspicion: Suspicion;
  t: ReturnType<typeof useTranslations<"thread.suspicion">>;
  around: Surroundings;
};

function Words({ suspicion, t, around }: WordsProps) {
  if (suspicion.kind === "reply_elsewhere") {
    const values = { found: () => <Plain>{suspicion.found}</Plain>, addresses: suspicion.addresses.join(", ") };
    return (
      <>
        <Strong>{t("elsewhere")}</Strong> {t.rich("elsewhereText", values)}
      </>
    );
  }
  if (suspicion.kind === "other_name")
    return (
      <>
        <Strong>{t("otherName")}</Strong>{" "}
        {t.rich("otherNameText", {
          known: () => <Plain>{suspicion.named}</Plain>,
          found: () => <Plain>{suspicion.found}</Plain>,
        })}
      </>
    );
  const { whose, found, resembles } = suspicion;
  const marks = {
    known: () => <Marked {...differenceOf(resembles, found)} />,
    found: () => <Marked {...differenceOf(found, resembles)} />,
  };
  return whose === "lead" ? (
    <>
      <Strong>{t("lead", { name: around.lead?.firstName || nameOf(around.contact) })}</Strong>{" "}
      {t.rich("leadText", marks)}
    </>
  ) : (
    <>
      <Strong>{t("own")}</Strong> {t.rich("ownText", marks)}
    </>
  );
}

const Strong = ({ children }: { children: ReactNode }) => <span className="font-strong">{children}</span>;
const Plain = ({ children }: { children: ReactNode }) => (
  <bdi dir="ltr" className="font-medium">
    {children}
  </bdi>
);

/** An address with the letters marked in which it differs. */
const Marked = ({ before, differs, after }: { before: string; differs: string; after: string }) => (
  <bdi dir="ltr" className="font-medium">
    {before}
    {differs ? <mark className="rounded-1 bg-transparent font-strong text-bad underline">{differs}</mark> : null}
    {after}
  </bdi>
);
