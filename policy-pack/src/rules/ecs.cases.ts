import type { ServiceCases } from "../testing/cases";
import { optionCases } from "./ecs/options.cases";
import { serviceCases } from "./ecs/services.cases";
import { taskCases } from "./ecs/tasks.cases";

export const ecsCases: ServiceCases = { ...taskCases, ...serviceCases, ...optionCases };
