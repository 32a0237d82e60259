// Chooses an option by its visible text, as a person would; false where there is none.
const [list, text] = arguments;
const plain = (words) => words.replace(/\s+/g, ' ').trim();
const option = [...(list.options || [])].find((known) => plain(known.text) === plain(text) && !known.disabled);
if (!option || list.disabled) return false;
list.focus();
option.selected = true;
list.dispatchEvent(new Event('input', { bubbles: true }));
list.dispatchEvent(new Event('change', { bubbles: true }));
return true;
