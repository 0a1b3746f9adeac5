// Light, dark, or as the system has it: set before anything is drawn, so that nothing flashes. site.js has the switch.
"use strict";

try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // A browser that may keep nothing follows the system.
}
