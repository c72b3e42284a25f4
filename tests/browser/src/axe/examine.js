const found = (rule, node) => ({
  rule: `${rule.id}: ${rule.help}`,
  place: `${node.target.join(" ")} ${node.html}`,
  summary: node.failureSummary,
});
// A bar at the edge covers half of whatever is scrolled below it, which is no fault: it is looked at again
// where a person would scroll it to.
const isStillSo = async (rule, node) => {
  if (rule.id !== "target-size") return true;
  const target = document.querySelector(node.target[0]);
  target.scrollIntoView({ block: "center", behavior: "instant" });
  const again = await axe.run(target, { runOnly: { type: "rule", values: [rule.id] } });
  scrollTo(0, 0);
  return again.violations.length > 0;
};
const examine = async (tags) => {
  const { passes, violations } = await axe.run({ runOnly: tags, resultTypes: ["violations"] });
  const findings = [];
  for (const rule of violations) {
    for (const node of rule.nodes) {
      if (await isStillSo(rule, node)) findings.push(found(rule, node));
    }
  }
  return { passed: passes.length, findings };
};
return examine
