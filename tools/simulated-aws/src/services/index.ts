import type { ServiceSimulation } from "../type-simulation";
import { cache } from "./cache";
import { compute } from "./compute";
import { contactCenter } from "./contact-center";
import { databases } from "./databases";
import { desktops } from "./desktops";
import { devices } from "./devices";
import { ec2 } from "./ec2";
import { edge } from "./edge";
import { governance } from "./governance";
import { iam } from "./iam";
import { kms } from "./kms";
import { messaging } from "./messaging";
import { networking } from "./networking";
import { observability } from "./observability";
import { s3 } from "./s3";

/** Every type that the simulated AWS knows by heart, by token. */
export const services: ServiceSimulation = {
  ...cache,
  ...compute,
  ...contactCenter,
  ...databases,
  ...desktops,
  ...devices,
  ...ec2,
  ...edge,
  ...governance,
  ...iam,
  ...kms,
  ...messaging,
  ...networking,
  ...observability,
  ...s3,
};
