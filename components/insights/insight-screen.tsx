"use client";

import { useTranslations } from "next-intl";
import { OfflineLine } from "@/components/inbox/offline-line";
import { useViewer } from "@/components/inbox/viewer";
import { roleMay } from "@/lib/domain/permissions";
import { AnswersBlock } from "./answers-block";
import { Definitions } from "./definitions";
import { Figures } from "./figures";
import { GroupsBlock } from "./groups-block";
import { HoursBlock } from "./hours-block";
import { InsightBar } from "./insight-bar";
import { InsightContext } from "./insight-context";
import { OwedBlock } from "./owed-block";
import { PeopleBlock } from "./people-block";
import { TemplatesBlock } from "./templates-block";
import { ThreadsSheet } from "./threads-sheet";
import { useInsightAddress } from "./use-insight-address";
import { WeeksBlock } from "./weeks-block";

/** How the team answers: figures, charts and tables of some days, each of which opens the threads behind it. */
export function InsightScreen() {
  const t = useTranslations("insights");
  const model = useInsightAddress();
  return (
    <InsightContext value={model}>
      <div className="flex min-h-0 flex-1 flex-col max-md:overflow-y-auto">
        <InsightBar />
        <OfflineLine />
        <section
          aria-label={t("title")}
          data-pane="insights"
          className="-outline-offset-2 md:min-h-0 md:flex-1 md:overflow-y-auto"
        >
          {model.isSpan ? <AllFigures /> : null}
          <Definitions />
        </section>
      </div>
      {model.isSpan && model.opened ? <ThreadsSheet figure={model.opened} /> : null}
    </InsightContext>
  );
}

function AllFigures() {
  const { role } = useViewer().viewer;
  return (
    <>
      <Figures />
      <div className="grid xl:grid-cols-[minmax(0,1fr)_25rem] min-[88rem]:grid-cols-[minmax(0,1fr)_28.5rem]">
        <div className="flex min-w-0 flex-col gap-6 p-4">
          <AnswersBlock />
          {roleMay(role, "insight.people") ? <PeopleBlock /> : null}
          <WeeksBlock />
          <GroupsBlock by="campaigns" />
          <GroupsBlock by="mailboxes" />
        </div>
        <div className="flex min-w-0 flex-col gap-6 border-line p-4 max-xl:border-t xl:border-l">
          <HoursBlock />
          <OwedBlock />
          {roleMay(role, "template.use") ? <TemplatesBlock /> : null}
        </div>
      </div>
    </>
  );
}
