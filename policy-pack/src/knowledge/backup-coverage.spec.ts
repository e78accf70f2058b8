import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import type { Truth } from "../authoring/truth";
import { StackGraph } from "../graph/stack-graph";
import { covers } from "./backup-coverage";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A file system and a selection, as a stack analysis sees them; `wired` names the resources `resources` comes from. */
function judge(
  selection: Record<string, unknown>,
  store: Record<string, unknown> = {},
  wired: readonly string[] = [],
): Truth {
  const names = ["store", "other", "selection"];
  const types = ["aws:efs/fileSystem:FileSystem", "aws:efs/fileSystem:FileSystem", "aws:backup/selection:Selection"];
  const props = [store, {}, selection];
  const built = names.map((name, index) => ({
    type: types[index],
    name,
    urn: `urn:pulumi:test::case::${types[index] ?? ""}::${name}`,
    props: props[index],
    opts: {},
    dependencies: [],
    propertyDependencies: Object.fromEntries(Object.keys(props[index] ?? {}).map((key) => [key, []])),
  })) as unknown as PolicyResource[];
  const from = built[2];
  assert.ok(from);
  from.propertyDependencies["resources"] = wired.flatMap((name) => built.filter((one) => one.name === name));
  const graph = new StackGraph(built);
  const [target] = graph.ofType("aws:efs/fileSystem:FileSystem");
  const [chosen] = graph.ofType("aws:backup/selection:Selection");
  assert.ok(target && chosen);
  return covers(graph, chosen, target);
}

describe("what a backup selection covers", () => {
  const arn = "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-1";
  const tags = { tags: { backup: "daily" } };

  it("is what its ARNs name, wildcards and partitions considered", () => {
    assert.ok(judge({ resources: ["*"] }).isYes);
    assert.ok(judge({ resources: ["arn:aws-cn:elasticfilesystem:*:*:file-system/*"] }).isYes);
    assert.ok(judge({ resources: [arn] }, { arn }).isYes);
    assert.ok(judge({ resources: [`${arn}2`] }, { arn }).isNo);
    assert.ok(judge({ resources: ["arn:aws:rds:*:*:db:*"] }).isNo);
  });

  it("stays open for a literal ARN while the store's own is not known", () => {
    assert.ok(judge({ resources: [arn] }).isUnknown);
  });

  it("is what its list comes from, and not what another element comes from", () => {
    assert.ok(judge({ resources: [unknownText] }, {}, ["store"]).isYes);
    assert.ok(judge({ resources: [unknownText] }, {}, ["other"]).isNo);
    assert.ok(judge({ resources: [unknownText] }).isUnknown);
    assert.ok(judge({ resources: [unknownText, unknownText] }, {}, ["other"]).isUnknown);
  });

  it("is what any of its tags is on", () => {
    const selectionTags = [
      { type: "STRINGEQUALS", key: "backup", value: "weekly" },
      { type: "STRINGEQUALS", key: "backup", value: "daily" },
    ];
    assert.ok(judge({ selectionTags }, tags).isYes);
    assert.ok(judge({ selectionTags }).isNo);
    assert.ok(judge({ selectionTags }, { tags: { backup: unknownText } }).isUnknown);
  });

  it("is narrowed by all of its conditions", () => {
    const equal = { stringEquals: [{ key: "aws:ResourceTag/backup", value: "daily" }] };
    const unlike = { stringNotLikes: [{ key: "aws:ResourceTag/stage", value: "dev*" }] };
    assert.ok(judge({ resources: ["*"], conditions: [{ ...equal, ...unlike }] }, tags).isYes);
    assert.ok(judge({ resources: ["*"], conditions: [equal] }).isNo);
    assert.ok(
      judge({ resources: ["*"], conditions: [{ ...equal, ...unlike }] }, { tags: { ...tags.tags, stage: "dev-1" } })
        .isNo,
    );
  });

  it("is nothing that it leaves out, and nothing at all when it says nothing", () => {
    assert.ok(judge({ resources: ["*"], notResources: ["*"] }).isNo);
    assert.ok(judge({}).isNo);
  });
});
