import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { holdsCredential, holdsUrlPassword } from "../../knowledge/credentials";
import { holdsPhi } from "../../knowledge/phi-patterns";
import { noText } from "../../knowledge/texts";

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

export const documentContent = resourceRule("ssm-document-content", {
  config: {
    denyWords: {
      type: "array",
      items: { type: "string" },
      description: "Words that documents must not hold, in any case.",
      default: [],
    },
  },
  check: (document) => {
    const words = document.setting<readonly string[]>("denyWords");
    const content = document.get("content");
    document.expect(
      noText(content, (text) => holdsCredential(text) || holdsUrlPassword(text)),
      "the document holds an access key, a private key, a vendor's token or a URL with a password",
    );
    document.expect(
      noText(content, (text) => holdsPhi(text, words)),
      "the document holds what looks like an identifier of a person",
    );
  },
});

export const blockPublicSharing = resourceRule("ssm-block-public-sharing", {
  check: (setting) => {
    const isSharing = setting.get("settingId").matches(/\/ssm\/documents\/console\/public-sharing-permission$/i);
    setting.onlyWhen(isSharing, "is another setting");
    setting.expect(setting.get("settingValue").isOneOf("Disable"), "documents of the account can be made public");
  },
});
