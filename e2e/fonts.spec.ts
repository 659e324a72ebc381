import { expect, test } from "./fixtures";

test("letters of Europe and beyond, light or bold, are all of the app's own font", async ({ page }) => {
  await page.goto("/sign-in");
  await page.evaluate(() => {
    for (const weight of ["420", "530", "620", "700"]) {
      const line = document.createElement("p");
      line.dataset.weight = weight;
      line.style.fontWeight = weight;
      line.textContent = "Please call Łódź, Nguyễn, Ωmega, Анна";
      document.body.append(line);
    }
  });
  const wire = await page.context().newCDPSession(page);
  await wire.send("DOM.enable");
  await wire.send("CSS.enable");
  const fontsOf = async (weight: string) => {
    const { root } = await wire.send("DOM.getDocument");
    const { nodeId } = await wire.send("DOM.querySelector", {
      nodeId: root.nodeId,
      selector: `[data-weight="${weight}"]`,
    });
    const { fonts } = await wire.send("CSS.getPlatformFontsForNode", { nodeId });
    return fonts.map(({ familyName, isCustomFont }) => `${familyName}${isCustomFont ? "" : " of the system"}`);
  };

  for (const weight of ["420", "530", "620", "700"])
    await expect.poll(() => fontsOf(weight), weight).toEqual(["Inter Variable"]);
});
