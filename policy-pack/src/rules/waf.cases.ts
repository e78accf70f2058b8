import type { ServiceCases } from "../testing/cases";
import { attachmentCases } from "./waf/attachment.cases";
import { loggingCases } from "./waf/logging.cases";
import { webAclCases } from "./waf/web-acls.cases";

export const wafCases: ServiceCases = { ...attachmentCases, ...loggingCases, ...webAclCases };
