"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { chooseSmartleadCampaigns } from "@/lib/actions/smartlead";
import type { SmartleadHealth } from "@/lib/domain/smartlead-health";
import { useRowAction } from "../use-row-action";
import { useSmartleadAgain } from "./use-smartlead-again";

/** From how many campaigns on a field finds one by its name. */
const MANY = 10;

/** Which campaigns are read here. */
export function CampaignChoice({ account: { id, campaigns } }: { account: SmartleadHealth }) {
  const t = useTranslations("smartlead.campaigns");
  const readAgain = useSmartleadAgain();
  const { pending, run } = useRowAction();
  const [search, setSearch] = useState("");
  const given = campaigns.filter(({ isChosen }) => isChosen).map((campaign) => campaign.id);
  const [picked, setPicked] = useState<Set<string> | null>(null);
  const chosen = picked ?? new Set(given);
  const isChanged = chosen.size !== given.length || given.some((each) => !chosen.has(each));
  const shown = campaigns.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()));
  const pick = (ids: string[], on: boolean) => {
    const next = new Set(chosen);
    for (const each of ids)
      if (on) next.add(each);
      else next.delete(each);
    setPicked(next);
  };
  const save = () =>
    run(
      () => chooseSmartleadCampaigns({ connectionId: id, campaignIds: [...chosen] }),
      async () => {
        await readAgain();
        setPicked(null);
      },
    );
  if (campaigns.length === 0) return null;
  const all = shown.map((campaign) => campaign.id);
  const areAll = all.length > 0 && all.every((each) => chosen.has(each));
  return (
    <fieldset className="mx-4 py-3 lg:mx-5">
      <legend className="text-13 font-strong">{t("title")}</legend>
      <p className="mb-2 text-12 text-text-3">{t("text")}</p>
      <div className="overflow-hidden rounded-3 border border-line">
        <div className="flex min-h-control items-center gap-3 border-b border-line bg-surface-2 px-3 py-1">
          <Checkbox
            checked={areAll}
            indeterminate={!areAll && all.some((each) => chosen.has(each))}
            onChange={(on) => pick(all, on)}
            className="text-12 text-text-2"
          >
            {t("chosen", { chosen: chosen.size, of: campaigns.length })}
          </Checkbox>
          {campaigns.length > MANY ? (
            <Input
              type="search"
              aria-label={t("search")}
              placeholder={t("search")}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              className="ml-auto max-w-48"
            />
          ) : null}
        </div>
        <ul className="max-h-72 overflow-y-auto">
          {shown.map((campaign) => (
            <li key={campaign.id} className="border-b border-line last:border-b-0">
              <div className="flex items-center gap-3 px-3 hover:bg-hover">
                <Checkbox
                  checked={chosen.has(campaign.id)}
                  onChange={(on) => pick([campaign.id], on)}
                  className="min-h-control min-w-0 flex-1 touch:min-h-control-touch"
                >
                  {campaign.name}
                </Checkbox>
                <span className="shrink-0 text-12 text-text-3">{statusWord(t, campaign.status)}</span>
              </div>
            </li>
          ))}
          {shown.length === 0 ? <li className="px-3 py-3 text-13 text-text-3">{t("none", { search })}</li> : null}
        </ul>
      </div>
      <div className="mt-2 flex items-center gap-2">
        <Button variant={isChanged ? "primary" : "secondary"} disabled={!isChanged} pending={pending} onClick={save}>
          {t("save", { count: chosen.size })}
        </Button>
      </div>
    </fieldset>
  );
}

function statusWord(t: ReturnType<typeof useTranslations<"smartlead.campaigns">>, status: string): string {
  const key = `status.${status.toLowerCase()}` as "status.active";
  return t.has(key) ? t(key) : status.toLowerCase();
}
