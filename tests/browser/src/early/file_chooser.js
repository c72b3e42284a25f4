// The browser's own chooser is no part of the page, so no test can reach it.
{
  const click = HTMLInputElement.prototype.click;
  HTMLInputElement.prototype.click = function () {
    if (this.type !== "file") return click.call(this);
    const files = new DataTransfer();
    files.items.add(new File([window.chosen], "chosen.json", { type: "application/json" }));
    this.files = files.files;
    this.dispatchEvent(new Event("change"));
  };
}
