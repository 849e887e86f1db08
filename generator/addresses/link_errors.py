"""Why an address is no GS1 Digital Link: one exception a reason, each told in both languages."""

from __future__ import annotations

from typing import ClassVar


class DigitalLinkError(ValueError):
    """A URI, or the elements for one, that the standard does not allow; `values` fill its text."""

    vi: ClassVar[str] = "Địa chỉ không theo GS1 Digital Link"
    en: ClassVar[str] = "The address is not a GS1 Digital Link"

    def __init__(self, **values: str) -> None:
        self.values = values
        super().__init__(self.text("en"))

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (type(self), self.values)

    def text(self, language: str) -> str:
        """What is wrong, without a full stop."""
        return (self.en if language == "en" else self.vi).format_map(self.values)


def _again(kind: type[DigitalLinkError], values: dict[str, str]) -> DigitalLinkError:
    return kind(**values)


class CharacterError(DigitalLinkError):
    """A character that no URI may hold as it is."""

    vi = "Ký tự “{found}” không được viết thẳng trong địa chỉ, phải mã hóa thành %XX"
    en = "The character “{found}” can't stand in an address as it is; write it as %XX"


class SchemeError(DigitalLinkError):
    """Another scheme, or one in mixed case."""

    vi = "Địa chỉ phải bắt đầu bằng https:// hoặc http://, viết thường cả hoặc viết hoa cả"
    en = "The address must start with https:// or http://, all in lower or all in upper case"


class HostError(DigitalLinkError):
    """No host, or one that can't exist."""

    vi = "“{found}” không thể là tên miền"
    en = "“{found}” can't be a host"


class StemError(DigitalLinkError):
    """A stem for building that has a query, a fragment or a broken path."""

    vi = "Phần đầu “{found}” chỉ được có tên miền và đường dẫn, không có ? hay #"
    en = "The stem “{found}” may have a host and a path, no ? and no #"


class SlashError(DigitalLinkError):
    """A slash at the end."""

    vi = "Địa chỉ không được kết thúc bằng dấu gạch chéo"
    en = "The address must not end with a slash"


class AliasError(DigitalLinkError):
    """The abolished names in letters, such as /gtin/."""

    vi = "Tên “/{found}/” đã bị bãi bỏ, hãy viết bằng số: /{number}/"
    en = "The name “/{found}/” was abolished; write its number: /{number}/"


class KeyMissingError(DigitalLinkError):
    """No GS1 key in the path."""

    vi = "Đường dẫn không có mã định danh nào của GS1, như /01/ và 14 chữ số"
    en = "The path has no GS1 key, such as /01/ and 14 digits"


class UnknownIdentifierError(DigitalLinkError):
    """A number that is no Application Identifier."""

    vi = "Không có mã số ứng dụng GS1 nào là ({ai})"
    en = "There is no GS1 Application Identifier ({ai})"


class OrderError(DigitalLinkError):
    """Qualifiers that the key does not have, in the wrong order, or from two sets."""

    vi = "Sau ({key}) chỉ được có {allowed}, đúng thứ tự đó, không phải {found}"
    en = "After ({key}) there may be {allowed}, in that order, not {found}"


class DuplicateError(DigitalLinkError):
    """One Application Identifier twice."""

    vi = "({ai}) được viết hai lần"
    en = "({ai}) is there twice"


class PlaceError(DigitalLinkError):
    """An identifier after the question mark that is no data attribute."""

    vi = "({ai}) không được đứng sau dấu ?"
    en = "({ai}) may not stand after the ?"


class QualifierInQueryError(PlaceError):
    """A qualifier of this very key after the question mark."""

    vi = "({ai}) phải nằm trong đường dẫn, không đứng sau dấu ?"
    en = "({ai}) belongs in the path, not after the ?"


class EmptyError(DigitalLinkError):
    """An identifier without a value."""

    vi = "({ai}) không có giá trị"
    en = "({ai}) has no value"


class PercentError(DigitalLinkError):
    """A percent sign that no two hexadecimal digits follow."""

    vi = "Dấu % trong “{found}” phải đi với hai chữ số thập lục phân, như %2F"
    en = "The % in “{found}” must be followed by two hexadecimal digits, as in %2F"


class ShortGtinError(DigitalLinkError):
    """A GTIN of 8, 12 or 13 digits."""

    vi = "GTIN {found} phải viết đủ 14 chữ số, thêm số 0 ở đầu: {padded}"
    en = "GTIN {found} must have 14 digits; put zeros before it: {padded}"


class LengthError(DigitalLinkError):
    """A value of the wrong length."""

    vi = "({ai}) có {length} ký tự, phải có {wanted}"
    en = "({ai}) has {length} characters; it must have {wanted}"


class CharacterSetError(DigitalLinkError):
    """A character outside the identifier's set."""

    vi = "({ai}) có ký tự “{found}”, chỉ được dùng {wanted_vi}"
    en = "({ai}) has the character “{found}”; it may have {wanted_en}"


class ContentError(DigitalLinkError):
    """A value of the right form that means nothing: a wrong check digit, an impossible date."""

    vi = "({ai}) là “{found}”: {wanted_vi}"
    en = "({ai}) is “{found}”: {wanted_en}"


class CompanionMissingError(DigitalLinkError):
    """An identifier that says nothing without another."""

    vi = "({ai}) chỉ có nghĩa khi đi cùng {wanted}"
    en = "({ai}) has a meaning only together with {wanted}"


class CompanionForbiddenError(DigitalLinkError):
    """Two identifiers that contradict each other."""

    vi = "({ai}) không được đi cùng ({other})"
    en = "({ai}) may not go together with ({other})"


class CaseError(DigitalLinkError):
    """Lower-case letters in what would be printed in upper case."""

    vi = "“{found}” có chữ thường: viết hoa cả địa chỉ thì sẽ mở trang khác"
    en = "“{found}” has lower-case letters: in upper case the address would open another page"
