/**
 * One tooltip for all figures. What it says stands in the figure's data attributes, so that it is
 * up to date whenever it is opened. Opens on hover, focus and tap; Escape closes it.
 */
export function installTooltip(ageText: (newestAt: string | null) => string): () => void {
  const tip = document.createElement('div');
  tip.id = 'tip';
  tip.setAttribute('role', 'tooltip');
  tip.hidden = true;
  const meaning = document.createElement('p');
  const basis = document.createElement('p');
  basis.className = 'basis';
  tip.append(meaning, basis);
  document.body.append(tip);
  let target: HTMLElement | undefined;

  const write = (): void => {
    if (target === undefined) {
      return;
    }
    const { meaning: text = '', kind = '', n = '', at = '' } = target.dataset;
    meaning.textContent = text;
    basis.textContent = kind === '' ? '' : `${kind} · n = ${n} · newest ${ageText(at === '' ? null : at)}`;
    basis.hidden = kind === '';
  };

  const place = (): void => {
    if (target === undefined) {
      return;
    }
    const margin = 8;
    const anchor = target.getBoundingClientRect();
    const box = tip.getBoundingClientRect();
    const left = Math.min(
      Math.max(margin, anchor.left + anchor.width / 2 - box.width / 2),
      document.documentElement.clientWidth - box.width - margin,
    );
    const above = anchor.top - box.height - margin;
    const top = above >= margin ? above : anchor.bottom + margin;
    tip.style.left = `${left}px`;
    tip.style.top = `${top}px`;
  };

  const close = (): void => {
    target?.removeAttribute('aria-describedby');
    target = undefined;
    tip.hidden = true;
  };

  const open = (element: HTMLElement): void => {
    if (target === element) {
      return;
    }
    close();
    target = element;
    write();
    tip.hidden = false;
    element.setAttribute('aria-describedby', tip.id);
    place();
  };

  const figureOf = (event: Event): HTMLElement | undefined =>
    event.target instanceof Element
      ? (event.target.closest<HTMLElement>('[data-meaning]') ?? undefined)
      : undefined;

  document.addEventListener('pointerover', (event) => {
    const figure = figureOf(event);
    if (figure !== undefined) {
      open(figure);
    } else if (target !== document.activeElement) {
      close();
    }
  });
  document.addEventListener('focusin', (event) => {
    const figure = figureOf(event);
    if (figure === undefined) {
      close();
    } else {
      open(figure);
    }
  });
  document.addEventListener('focusout', close);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      close();
    }
  });
  window.addEventListener('scroll', close, { passive: true });
  return write;
}
