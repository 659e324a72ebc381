import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Deliveries } from "@/components/sandbox/deliveries";
import { TEAM_ROLES } from "@/lib/domain/roles";
import { requireContext } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { listDeliveries } from "@/lib/services/sandbox/list-deliveries";
import { DeliveriesQuery } from "@/lib/services/sandbox/schemas";

const Search = z.object({
  before: z.uuid().optional().catch(undefined),
  message_id: DeliveriesQuery.shape.message_id.catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sandbox"))("deliveries.title") };
}

/** What left for the sandbox's leads; in a real workspace there is no such page. */
export default async function DeliveriesPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const context = await requireContext({ roles: TEAM_ROLES });
  const { before, message_id: messageId } = Search.parse(await searchParams);
  const page = await listDeliveries(context, {
    ...(before ? { before } : {}),
    ...(messageId ? { messageId } : {}),
  }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
  return <Deliveries {...page} messageId={messageId ?? null} isFirstPage={before === undefined} />;
}
