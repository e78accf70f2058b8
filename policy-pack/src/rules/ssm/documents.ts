import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";

export const documentsPrivate = resourceRule("ssm-documents-private", {
  check: (document) => {
    const permissions = document.get("permissions");
    // The account ids are one text with commas between them.
    const shared = permissions.isUnknown
      ? permissions.asUnknown()
      : Truth.any(
          permissions
            .entries()
            .filter(([key]) => /^account_?ids$/i.test(key))
            .map(([, value]) => value.some((ids) => ids.matches(/(^|,)\s*all\s*(,|$)/i))),
        );
    document.expect(shared.not(), "the document is shared with every AWS account");
  },
});
