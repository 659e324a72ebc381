import { type Permission, roleMay } from "@/lib/domain/permissions";
import { useViewer } from "./viewer";

/** Whether who looks may do something; what they may not is not offered. */
export const useMay = (permission: Permission): boolean => roleMay(useViewer().viewer.role, permission);
