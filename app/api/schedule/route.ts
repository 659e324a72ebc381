import { apiGet } from "@/lib/auth/cookie-route";
import { listSchedule } from "@/lib/services/schedule/list-schedule";
import { ListScheduleInput } from "@/lib/services/schedule/schemas";

export const GET = apiGet(ListScheduleInput, listSchedule);
