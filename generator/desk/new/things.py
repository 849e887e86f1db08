"""The verbs `new product`, `new producer` and so on: one file for one more thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.addresses.new_codes import codes_taken, new_code
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue
from generator.catalogue.model.folders import KEPT, PLACE, Folder
from generator.catalogue.problems.nearest import closest
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.problem import Problem
from generator.catalogue.reading.editing import EditError, Value
from generator.desk.content import Content, load
from generator.desk.editing.checked_writing import AskedError, Writing, ended, write_checked
from generator.desk.new.asking import Ask, Interview, reason_for
from generator.desk.new.choices import Choice, choices_of, matching, parts_of
from generator.desk.new.names import is_slug, slug_for, slugs_taken
from generator.desk.new.questions import (
    CERTIFIED,
    Question,
    facts_of,
    missing,
    questions_of,
    stand_ins_for,
    typed,
)
from generator.desk.new.texts import answer_of, errors_in, full_text
from generator.desk.reporting import FAILED, FINE, Reporter, VerbOutcome
from generator.engine import locked

Given = Mapping[str, Sequence[str]]
"""What the command line gives, by the names of questions."""
_CODE, _DRAFT, _STATUS = ("code",), ("draft",), ("status",)
_COMMAS = ("Nhiều mục thì cách bằng dấu phẩy.", "Put commas between several.")
_REFUSAL = (
    "Tệp này sẽ có lỗi, nên không ghi gì.",
    "This file would have errors, so nothing was written.",
)


def new_thing(
    root: Path,
    folder: Folder,
    given: Given,
    slug: str | None,
    language: Language | None,
    reporter: Reporter,
    ask: Ask | None,
) -> VerbOutcome:
    """Write the file of a new thing of that folder; `ask` is the terminal, if there is one."""
    before = load(root, with_drafts=True)
    if before.catalogue is None:
        return unreadable(before, reporter.speaking(language or "vi"))
    reporter = reporter.speaking(language or before.catalogue.site.language)
    form = _Form(root, folder, before, before.catalogue)

    def work() -> VerbOutcome:
        form.take(given)
        if ask:
            form.fill(Interview(ask, reporter))
        elif absent := form.missing():
            options = ", ".join(each.option for each in absent)
            raise AskedError(
                f"Thiếu {options}. Hãy ghi thêm, hoặc thêm --draft để tạo bản nháp.",
                f"{options} missing. Give them, or --draft for a draft.",
            )
        with locked(root / ".cache" / "lock", reporter.waiting):
            return form.write(slug, reporter)

    return ended(reporter, _REFUSAL, work)


def unreadable(content: Content, reporter: Reporter) -> VerbOutcome:
    """Say that nothing can be made in a project whose own file can't be read."""
    problems = tuple(each for each in content.problems if each.path == "content/site.yaml")
    reporter.problems(problems)
    reporter.refuse(
        "Chưa đọc được content/site.yaml, nên không tạo gì. Hãy sửa tệp ấy trước.",
        "content/site.yaml can't be read, so nothing was made. Mend that file first.",
    )
    return VerbOutcome(FAILED, problems)


def _written(question: Question) -> tuple[str, str]:
    """How the option is typed where its value has keys of its own."""
    example = question.row.example
    if "{" not in example:
        return "", ""
    typed_so = f'{question.option} "{example}"'
    return f" Trên dòng lệnh: {typed_so}.", f" On the command line: {typed_so}."


@dataclass(slots=True)
class _Form:
    """What is known so far of the thing."""

    root: Path
    folder: Folder
    content: Content
    catalogue: Catalogue
    answers: dict[KeyPath, Value] = field(default_factory=dict)

    @property
    def questions(self) -> tuple[Question, ...]:
        return questions_of(self.folder)

    @property
    def title(self) -> Question:
        """What a file says first: its name, without which it has none itself."""
        return self.questions[0]

    def take(self, given: Given) -> None:
        """Take what the command line gives. Raises AskedError for what can't be taken."""
        for question in self.questions:
            texts = [
                part
                for text in given.get(question.name, ())
                if (cleaned := answer_of(text))
                for part in self._parts(question, cleaned)
            ]
            if not texts:
                continue
            value = typed(
                [self._resolved(question, each) for each in texts], listed=question.listed
            )
            if reason := self._reason(question, value):
                raise AskedError(
                    *(
                        f"{question.option}: {a}{b}"
                        for a, b in zip(reason, _written(question), strict=True)
                    )
                )
            self.answers[question.path] = value
        if any(path[0] == "certificate" for path in self.answers):
            self.answers.setdefault(_STATUS, CERTIFIED)

    def _parts(self, question: Question, text: str) -> list[str]:
        """The texts that one option gives of a list; what YAML writes in brackets is whole."""
        if not question.parted or text[:1] in ("[", "{"):
            return [text]
        return parts_of(text, self._choices(question), numbered=False)

    def _choices(self, question: Question) -> list[Choice] | None:
        return choices_of(self.folder, question, self.catalogue, self.catalogue.site.language)

    def _resolved(self, question: Question, text: str) -> str:
        """The text itself, or the value of the choice that it means. Raises AskedError."""
        choices = self._choices(question)
        if choices is None or text[:1] == "[":
            return text
        found = matching(choices, text, numbered=False)
        if len(found) == 1:
            return found[0][1].value
        if kind := self.folder.references.get(question.row.key):
            if kind != PLACE and (self.root / "content" / KEPT[kind] / f"{text}.md").is_file():
                return text  # it has errors, and is no choice
            near = closest(text, [each.value for each in choices])
            hint = (f" Có phải “{near}”?", f" Did you mean “{near}”?") if near else ("", "")
        else:
            hint = ("", "")
        if question.parted:
            hint = f"{hint[0]} {_COMMAS[0]}", f"{hint[1]} {_COMMAS[1]}"
        said = reason_for(text, found, shown=False)
        raise AskedError(*(f"{question.option}: {a}{b}" for a, b in zip(said, hint, strict=True)))

    def _reason(self, question: Question, value: Value) -> tuple[str, str] | None:
        """What the check would say of the value, beside what is there; None where it passes it."""
        try:
            before = self._errors(self.answers)
            after = self._errors({**self.answers, question.path: value})
        except EditError:
            return (
                "Chữ này không ghi vào tệp được. Hãy bỏ các dấu lạ.",
                "This can't be written into a file. Leave strange signs out.",
            )
        known = {(each.rule, each.said_in("en")) for each in before}
        new = [each for each in after if (each.rule, each.said_in("en")) not in known]
        return (new[0].said_in("vi"), new[0].said_in("en")) if new else None

    def _errors(self, answers: Mapping[KeyPath, Value]) -> list[Problem]:
        stand_ins = stand_ins_for(self.questions)
        facts = facts_of({**stand_ins, **answers})
        return errors_in(self.folder, facts, self.catalogue.site.language)

    def missing(self) -> list[Question]:
        """What a published file can't do without; a draft needs no more than its name."""
        absent = missing(self.questions, self.answers)
        if _DRAFT in self.answers:
            return [each for each in absent if each == self.title]
        return absent

    def fill(self, interview: Interview) -> None:
        """Ask for what was not given, in the order of the file."""
        for question in self.questions:
            if question.path in self.answers or not self._is_asked(question):
                continue
            answer = self._asked(question, interview)
            if answer is not None:
                self.answers[question.path] = answer

    def _is_asked(self, question: Question) -> bool:
        if len(question.path) == 1:
            return question.asked
        certified = self.answers.get(_STATUS) == CERTIFIED
        return (
            question.asked
            and question.path[0] == "certificate"
            and certified
            and ("certificate",) not in self.answers
        )

    def _asked(self, question: Question, interview: Interview) -> Value | None:
        language = interview.reporter.language
        choices = choices_of(self.folder, question, self.catalogue, language)
        if choices is None:
            return interview.answer(
                question.row,
                lambda text: self._reason(question, answer_of(text)),
                needed=question == self.title,
            )
        if not choices:
            kind = self.folder.references[question.row.key]
            interview.reporter.say(*_none_yet(kind))
            return None
        if question.listed:
            return interview.several(question.row, choices)
        return interview.choice(question.row, choices)

    def write(self, slug: str | None, reporter: Reporter) -> VerbOutcome:
        """Give the thing what only it can have, and write its file. Raises AskedError, OSError."""
        content = self.root / "content"
        before = load(self.root, with_drafts=True)
        absent = missing(self.questions, self.answers)
        waits = self._waits_for()
        if absent or waits:
            self.answers[_DRAFT] = "true"
        if self.folder.kind == "product":
            self.answers.setdefault(_CODE, new_code(codes_taken(content)))
        taken = slugs_taken(content, self.folder, before.catalogue or self.catalogue)
        name = _slug(slug, str(self.answers[self.title.path]), self.folder, taken)
        path = content / self.folder.name / f"{name}.md"
        require_inside(path, content)
        if path.exists() or path.is_symlink():
            raise AskedError(f"Đã có {path}.", f"{path} is there already.")
        try:
            text = full_text(self.folder, name, facts_of(self.answers), self.catalogue)
        except EditError as error:
            raise AskedError(
                "Có chữ không ghi vào tệp được. Hãy bỏ các dấu lạ.",
                "Something can't be written into a file. Leave strange signs out.",
            ) from error
        writing = Writing({path: text}, f"ocop new {self.folder.kind}", _REFUSAL)
        outcome = write_checked(self.root, before, writing, reporter)
        if outcome.status == FINE:
            self._tell(path.relative_to(self.root).as_posix(), absent, waits, reporter)
        return outcome

    def _waits_for(self) -> str | None:
        """A draft that the thing names, and without which it can't be published."""
        for key, kind in self.folder.references.items():
            named = self.answers.get((key,))
            for slug in named if isinstance(named, list) else (named,):
                source = f"content/{KEPT[kind]}/{slug}.md"
                if source in self.content.drafts:
                    return source
        return None

    def _tell(
        self, file: str, absent: Sequence[Question], waits: str | None, reporter: Reporter
    ) -> None:
        code = self.answers.get(_CODE)
        reporter.say(
            f"Đã ghi {file}." + (f" Mã của sản phẩm: {code}." if code else ""),
            f"Wrote {file}." + (f" The product's code: {code}." if code else ""),
        )
        plain = slug_for(str(self.answers[self.title.path]), self.folder.kind, ())
        namesake = f"content/{self.folder.name}/{plain}.md"
        if namesake != file and (self.root / namesake).is_file():
            reporter.say(
                f"Đã có {namesake} cùng tên. Nếu là một thì xóa tệp vừa ghi.",
                f"{namesake} has that name already. If both are the same, delete the new file.",
            )
        if absent:
            reporter.say(
                "Tệp còn là bản nháp (draft: true), vì chưa có: "
                f"{', '.join(each.row.name('vi') for each in absent)}. Bổ sung rồi xóa dòng ấy.",
                "It is a draft (draft: true), for it lacks: "
                f"{', '.join(each.row.name('en') for each in absent)}. Add it, then delete that "
                "line.",
            )
        elif waits:
            reporter.say(
                f"Tệp còn là bản nháp (draft: true), vì {waits} cũng là bản nháp.",
                f"It is a draft (draft: true), for {waits} is one.",
            )
        reporter.say(*_NEXT.get(self.folder.kind, _NEXT_OTHERS))


_NEXT = {
    "product": (
        "Tiếp theo: mở tệp ấy, viết câu chuyện ở cuối tệp, chép ảnh vào content/media và ghi vào "
        "photos; rồi chạy ocop check.",
        "Next: open it, write the story at its end, copy photos into content/media and name them "
        "under photos; then run ocop check.",
    ),
}
_NEXT_OTHERS = (
    "Tiếp theo: mở tệp ấy, viết vài dòng ở cuối tệp; rồi chạy ocop check.",
    "Next: open it, write a few lines at its end; then run ocop check.",
)


def _none_yet(kind: str) -> tuple[str, str]:
    where = "content/places.yaml" if kind == PLACE else f"ocop new {kind}"
    return (
        f"Chưa có mục nào để chọn ({where}): để sau.",
        f"There is none to choose from yet ({where}): later.",
    )


def _slug(asked: str | None, name: str, folder: Folder, taken: set[str]) -> str:
    """The name of the file. Raises AskedError where the one that was asked for can't be."""
    if asked is None:
        return slug_for(name, folder.kind, taken)
    if not is_slug(asked):
        raise AskedError(
            f"--slug “{asked}” không làm tên tệp được. Hãy dùng chữ thường không dấu, chữ số và "
            "gạch nối, như kho-ca-loc.",
            f"--slug “{asked}” can't name a file. Use unaccented small letters, digits and "
            "hyphens, such as kho-ca-loc.",
        )
    if asked in taken:
        raise AskedError(
            f"--slug “{asked}” đã có tệp khác, địa chỉ cũ hoặc trang của chương trình dùng. Hãy "
            "chọn tên khác.",
            f"--slug “{asked}” is taken by another file, an old address or a page of the site's "
            "own. Choose another.",
        )
    return asked


def require_inside(path: Path, content: Path) -> None:
    """Raise AskedError where a link leads out of content/."""
    if not path.parent.resolve().is_relative_to(content.resolve()):
        raise AskedError(
            f"Không ghi vào {path.parent}: đó là liên kết ra ngoài content/.",
            f"Nothing is written to {path.parent}: it is a link that leads out of content/.",
        )
