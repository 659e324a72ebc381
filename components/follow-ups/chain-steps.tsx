import { Plus, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { MOST_STEPS } from "@/lib/domain/follow-up";
import type { TemplatesForThread } from "@/lib/domain/template-view";
import type { Zones } from "@/components/composer/schedule-picker-props";
import { ChainStep } from "./chain-step";
import { FirstReply } from "./first-reply";
import type { StepDelay } from "./step-delay";
import { StepMark } from "./step-mark";
import type { ChainModel } from "./use-chain";

type ChainStepsProps = {
  model: ChainModel;
  templates: TemplatesForThread | null;
  zones: Zones;
  now: Date;
  /** When each step leaves if nobody answers; null for one whose wait cannot be read. */
  times: (Date | null)[];
  delays: (StepDelay | null)[];
  /** When the reply leaves that they follow (ISO 8601, null for at once); absent where they follow none. */
  replyAt?: string | null;
};

/** The steps one below the other along their rail: filled is what leaves for certain, a ring is what leaves only if nobody answers. */
export function ChainSteps({ model, templates, zones, now, times, delays, replyAt }: ChainStepsProps) {
  const t = useTranslations("follow-ups.editor");
  const { chain } = model;
  const isFull = chain.steps.length >= MOST_STEPS;
  return (
    <div className="flex flex-col">
      <ol className="flex flex-col">
        {replyAt === undefined ? null : <FirstReply at={replyAt} zones={zones} now={now} />}
        {chain.steps.map((step, index) => (
          <ChainStep
            key={step.key}
            step={step}
            index={index}
            at={times[index] ?? null}
            delay={delays[index] ?? null}
            model={model}
            templates={templates}
            zones={zones}
            now={now}
          />
        ))}
      </ol>
      <div className="relative flex flex-wrap items-center gap-2 pl-8">
        <StepMark kind="end" />
        <Button variant="quiet" icon={<Plus aria-hidden />} disabled={isFull} onClick={model.add} className="-ml-2.5">
          {t("add")}
        </Button>
        {isFull ? <span className="text-12 text-text-3">{t("full", { count: MOST_STEPS })}</span> : null}
        {chain.removed ? (
          <span className="flex items-center gap-1 text-12 text-text-2">
            <output>{t("removed", { step: chain.removed.index + 1 })}</output>
            <Button size="sm" variant="link" icon={<Undo2 aria-hidden />} disabled={isFull} onClick={model.putBack}>
              {t("putBack")}
            </Button>
          </span>
        ) : null}
      </div>
    </div>
  );
}
