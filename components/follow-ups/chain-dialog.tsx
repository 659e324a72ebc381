import { useQuery } from "@tanstack/react-query";
import { Check, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useId, type KeyboardEvent, type ReactNode } from "react";
import { CommandKeys } from "@/components/commands/command-keys";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import type { Zones } from "@/components/composer/schedule-picker-props";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { languageOf } from "@/lib/domain/locale";
import type { ThreadView } from "@/lib/domain/thread-view";
import { sendTimesQuery } from "@/lib/queries/send-times";
import { filtersQuery } from "@/lib/queries/threads";
import { templatesQuery } from "@/lib/queries/templates";
import { stepProblem, stopsOf } from "./chain-draft";
import { ChainRules } from "./chain-rules";
import { ChainSteps } from "./chain-steps";
import { chainTimes, type CountedFrom } from "./chain-times";
import { stepDelay } from "./step-delay";
import type { ChainModel } from "./use-chain";

type ChainDialogProps = {
  thread: ThreadView;
  model: ChainModel;
  /** From when the first step is counted. */
  counted: CountedFrom;
  zones: Zones;
  /** When the reply leaves that they follow; absent where they follow none (see `ChainSteps`). */
  replyAt?: string | null;
  /** What the button does: "Plan 3 steps". */
  label: string;
  isPending: boolean;
  /** What the server said against it. */
  problem: string | null;
  /** What is said above the steps: what these take the place of. */
  note?: ReactNode;
  onTake: (stopCategoryIds: string[]) => void;
  onClose: () => void;
};

/** Follow-ups of one thread being written: the steps, what stops them, and the button that says what it does. */
export function ChainDialog(props: ChainDialogProps) {
  const { thread, model, counted, zones, replyAt, note, onTake, onClose } = props;
  const t = useTranslations("follow-ups.editor");
  const common = useTranslations("common");
  const { now } = useViewer();
  const { data: templates = null } = useQuery(templatesQuery(thread.id));
  const { data: filters } = useQuery(filtersQuery());
  const categories = filters?.categories ?? [];
  const stops = stopsOf(model.chain, categories);
  const source = templates?.source ?? null;
  const wrong = model.chain.steps.findIndex((step) => stepProblem(step, source) !== null);
  const { data: sendTimes } = useQuery(sendTimesQuery(thread.id, null, languageOf(useLocale())));
  const times = chainTimes(model.chain.steps, counted);
  const delays = times.map((at) => (at && sendTimes ? stepDelay(at, sendTimes, counted.zone) : null));
  const isInside = sendTimes !== undefined && times.every(Boolean) && delays.every((delay) => delay === null);
  const close = () => {
    // Escape in a text folds it first.
    if (document.activeElement?.closest("[data-step-text]")) model.fold();
    else onClose();
  };
  const take = () => {
    if (wrong === -1 && !props.isPending) onTake(stops);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    event.stopPropagation();
    take();
  };
  const name = thread.contact.name || thread.contact.address;
  return (
    <Dialog
      open
      isKeptByPress
      onOpenChange={(open) => !open && close()}
      title={<span className="block truncate pr-8">{t("title", { name })}</span>}
      className="max-w-xl pb-0 max-sm:top-0 max-sm:left-0 max-sm:h-dvh max-sm:max-h-none max-sm:w-full max-sm:translate-none max-sm:rounded-none"
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Mod+Enter, wherever the focus is within */}
      <div onKeyDown={onKeyDown} className="flex flex-col gap-4" data-chain-editor>
        {model.isRestored ? <Restored model={model} /> : null}
        {note}
        <ChainSteps
          model={model}
          templates={templates}
          zones={zones}
          now={now}
          times={times}
          delays={delays}
          {...(replyAt === undefined ? {} : { replyAt })}
        />
        <ChainRules
          model={model}
          categories={categories}
          stops={stops}
          name={name.split(" ")[0] ?? name}
          company={thread.lead?.company ?? ""}
        />
        <Foot {...props} wrong={wrong} isInside={isInside} onTake={take} />
        {/* Behind what is written in the order of the keys, so that the first field has the focus when it opens. */}
        <IconButton label={common("close")} onClick={onClose} className="absolute top-3.5 right-3">
          <X aria-hidden />
        </IconButton>
      </div>
    </Dialog>
  );
}

function Restored({ model }: { model: ChainModel }) {
  const t = useTranslations("follow-ups.editor");
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-12 text-text-2">
      {t("restored")}
      <Button variant="link" className="text-12" onClick={model.beginAnew}>
        {t("anew")}
      </Button>
    </p>
  );
}

type FootProps = Pick<ChainDialogProps, "label" | "isPending" | "problem" | "onClose" | "model"> & {
  /** The first step that is not ready; -1 when all are. */
  wrong: number;
  /** No step is put off by what binds the machine. */
  isInside: boolean;
  onTake: () => void;
};

/** What is in the way, the way back, and the button. It stays in view while the steps scroll. */
function Foot({ label, isPending, problem, onClose, wrong, isInside, onTake }: FootProps) {
  const t = useTranslations("follow-ups.editor");
  const id = useId();
  const plan = useCommandKeys("reply.send");
  const back = useCommandKeys("reply.putAside");
  return (
    <div className="sticky bottom-0 z-sticky -mx-5 flex flex-wrap items-center gap-2 border-t border-line bg-raised px-5 py-3">
      <span id={id} className="min-w-0 flex-1 basis-40 text-12 text-text-2">
        {problem ? (
          <span role="alert" className="text-bad">
            {problem}
          </span>
        ) : wrong !== -1 ? (
          t("notReady", { step: wrong + 1 })
        ) : isInside ? (
          <span className="flex items-center gap-1 text-good">
            <Check aria-hidden className="size-3.5 shrink-0 stroke-2" />
            {t("inside")}
          </span>
        ) : null}
      </span>
      <span className="ml-auto flex items-center gap-2">
        <Button variant="quiet" size="lg" aria-keyshortcuts={back.aria} onClick={onClose}>
          {t("cancel")} <CommandKeys id="reply.putAside" />
        </Button>
        <Button
          variant="primary"
          size="lg"
          disabled={wrong !== -1}
          pending={isPending}
          aria-describedby={id}
          aria-keyshortcuts={plan.aria}
          onClick={onTake}
        >
          {label}
        </Button>
      </span>
    </div>
  );
}
