import type { ServiceCases } from "../testing/cases";
import { imageCases } from "./ec2/images.cases";
import { instanceCases } from "./ec2/instances.cases";
import { optionCases } from "./ec2/options.cases";
import { placementCases } from "./ec2/placement.cases";
import { settingCases } from "./ec2/settings.cases";
import { volumeCases } from "./ec2/volumes.cases";

export const ec2Cases: ServiceCases = {
  ...volumeCases,
  ...instanceCases,
  ...placementCases,
  ...settingCases,
  ...imageCases,
  ...optionCases,
};
