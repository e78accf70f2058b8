import type { Rule } from "../authoring/rule";
import { copiedElsewhere } from "./paths/copies";
import { rangeReachesStore, reachesCompute, reachesStore } from "./paths/reach";
import { useRecorded } from "./paths/records";
import { toAppOverTls, toStoreOverTls } from "./paths/tls";
import { throughWaf } from "./paths/web-acls";

/**
 * Rules on whole paths: from the internet to stores and applications, from applications to what they use, and from
 * stores to the records of their use and their copies.
 */
export const pathsRules: readonly Rule[] = [
  reachesStore,
  rangeReachesStore,
  reachesCompute,
  throughWaf,
  toAppOverTls,
  toStoreOverTls,
  useRecorded,
  copiedElsewhere,
];
