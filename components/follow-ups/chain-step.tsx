import { ArrowDown, ArrowUp, Ellipsis, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, type KeyboardEvent } from "react";
import type { Zones } from "@/components/composer/schedule-picker-props";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { LONGEST_WAIT } from "@/lib/domain/follow-up";
import type { TemplatesForThread } from "@/lib/domain/template-view";
import { stepProblem, type StepDraft } from "./chain-draft";
import type { StepDelay } from "./step-delay";
import { StepMark } from "./step-mark";
import { StepText } from "./step-text";
import { StepTime } from "./step-time";
import { StepWaitFields } from "./step-wait-fields";
import type { ChainModel } from "./use-chain";

type ChainStepProps = {
  step: StepDraft;
  index: number;
  at: Date | null;
  delay: StepDelay | null;
  model: ChainModel;
  templates: TemplatesForThread | null;
  zones: Zones;
  now: Date;
};

/** One step: how long is waited before it, what it says, and when that is on both clocks. Alt and an arrow move it. */
export function ChainStep({ step, index, at, delay, model, templates, zones, now }: ChainStepProps) {
  const t = useTranslations("follow-ups.editor");
  const id = useId();
  const { chain, dispatch } = model;
  const problem = stepProblem(step, templates?.source ?? null);
  const isBadWait = problem?.reason === "wait" || problem?.reason === "time";
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || isInText(event.target)) return;
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    model.move(step.key, event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Alt and an arrow, wherever the focus is within
    <li
      data-step={step.key}
      aria-label={t("step", { step: index + 1, count: chain.steps.length })}
      onKeyDown={onKeyDown}
      className="relative flex flex-col gap-1.5 pb-4 pl-8"
    >
      <StepMark kind="conditional" />
      <div className="flex items-start gap-1">
        <StepWaitFields
          wait={step.wait}
          isFirst={index === 0}
          describedBy={isBadWait ? `${id}-problem` : undefined}
          wrong={problem?.reason === "wait" ? "count" : problem?.reason === "time" ? "time" : null}
          onChange={(wait) => dispatch({ type: "wait", key: step.key, wait })}
        />
        <StepMenu step={step} index={index} model={model} />
      </div>
      <StepText step={step} model={model} templates={templates} />
      {isBadWait ? (
        <FieldError id={`${id}-problem`}>{t(`problem.${problem.reason}`, { most: LONGEST_WAIT })}</FieldError>
      ) : null}
      {problem?.reason === "open" ? <FieldError>{t("problem.open", { name: problem.name })}</FieldError> : null}
      {at ? <StepTime at={at} zones={zones} now={now} delay={delay} /> : null}
    </li>
  );
}

function StepMenu({ step: { key }, index, model }: Pick<ChainStepProps, "step" | "index" | "model">) {
  const t = useTranslations("follow-ups.editor");
  const { steps } = model.chain;
  // The menu still closes itself, and takes the focus back.
  const then = (act: () => void) => () => void setTimeout(act);
  return (
    <Menu
      trigger={
        <IconButton label={t("stepMenu", { step: index + 1 })} data-part="menu" className="ml-auto">
          <Ellipsis aria-hidden />
        </IconButton>
      }
    >
      <MenuItem
        icon={<ArrowUp aria-hidden />}
        shortcut="Alt+↑"
        disabled={index === 0}
        onSelect={then(() => model.move(key, -1))}
      >
        {t("moveUp")}
      </MenuItem>
      <MenuItem
        icon={<ArrowDown aria-hidden />}
        shortcut="Alt+↓"
        disabled={index === steps.length - 1}
        onSelect={then(() => model.move(key, 1))}
      >
        {t("moveDown")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 aria-hidden />} disabled={steps.length === 1} onSelect={then(() => model.remove(key))}>
        {t("remove")}
      </MenuItem>
    </Menu>
  );
}

/** Where Alt and an arrow have a use of their own. */
const isInText = (target: EventTarget): boolean =>
  target instanceof Element && target.closest("[contenteditable='true'], select") !== null;
