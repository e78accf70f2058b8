import type { ServiceCases } from "../testing/cases";
import { accessCases } from "./redshift/access.cases";
import { continuityCases } from "./redshift/continuity.cases";
import { encryptionCases } from "./redshift/encryption.cases";
import { logCases } from "./redshift/logs.cases";
import { spectrumCases } from "./redshift/spectrum.cases";

export const redshiftCases: ServiceCases = {
  ...encryptionCases,
  ...accessCases,
  ...logCases,
  ...continuityCases,
  ...spectrumCases,
};
