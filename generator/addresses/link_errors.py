"""Why an address is no GS1 Digital Link: one exception a reason, each told in both languages."""

# ruff: noqa: D101 (the words of a reason say what it is)

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
    vi = "Ký tự “{found}” không được viết thẳng trong địa chỉ, phải mã hóa thành %XX"
    en = "The character “{found}” can't stand in an address as it is; write it as %XX"


class SchemeError(DigitalLinkError):
    vi = "Địa chỉ phải bắt đầu bằng https:// hoặc http://, viết thường cả hoặc viết hoa cả"
    en = "The address must start with https:// or http://, all in lower or all in upper case"


class HostError(DigitalLinkError):
    vi = "“{found}” không thể là tên miền"
    en = "“{found}” can't be a host"


class StemError(DigitalLinkError):
    vi = "Phần đầu “{found}” chỉ được có tên miền và đường dẫn, không có ? hay #"
    en = "The stem “{found}” may have a host and a path, no ? and no #"


class SlashError(DigitalLinkError):
    vi = "Địa chỉ không được kết thúc bằng dấu gạch chéo"
    en = "The address must not end with a slash"


class AbolishedNameError(DigitalLinkError):
    vi = "Tên “/{found}/” đã bị bãi bỏ, hãy viết bằng số: /{number}/"
    en = "The name “/{found}/” was abolished; write its number: /{number}/"


class KeyMissingError(DigitalLinkError):
    vi = "Đường dẫn không có mã định danh nào của GS1, như /01/ và 14 chữ số"
    en = "The path has no GS1 key, such as /01/ and 14 digits"


class UnknownIdentifierError(DigitalLinkError):
    vi = "Không có mã số ứng dụng GS1 nào là ({ai})"
    en = "There is no GS1 Application Identifier ({ai})"


class OrderError(DigitalLinkError):
    vi = "Sau ({key}) chỉ được có {allowed}, đúng thứ tự đó, không phải {found}"
    en = "After ({key}) there may be {allowed}, in that order, not {found}"


class DuplicateError(DigitalLinkError):
    vi = "({ai}) được viết hai lần"
    en = "({ai}) is there twice"


class PlaceError(DigitalLinkError):
    vi = "({ai}) không được đứng sau dấu ?"
    en = "({ai}) may not stand after the ?"


class QualifierInQueryError(PlaceError):
    vi = "({ai}) phải nằm trong đường dẫn, không đứng sau dấu ?"
    en = "({ai}) belongs in the path, not after the ?"


class EmptyError(DigitalLinkError):
    vi = "({ai}) không có giá trị"
    en = "({ai}) has no value"


class PercentError(DigitalLinkError):
    vi = "Dấu % trong “{found}” phải đi với hai chữ số thập lục phân, như %2F"
    en = "The % in “{found}” must be followed by two hexadecimal digits, as in %2F"


class ShortGtinError(DigitalLinkError):
    vi = "GTIN {found} phải viết đủ 14 chữ số, thêm số 0 ở đầu: {padded}"
    en = "GTIN {found} must have 14 digits; put zeros before it: {padded}"


class LengthError(DigitalLinkError):
    vi = "({ai}) có {length} ký tự, phải có {wanted}"
    en = "({ai}) has {length} characters; it must have {wanted}"


class CharacterSetError(DigitalLinkError):
    vi = "({ai}) có ký tự “{found}”, chỉ được dùng {wanted_vi}"
    en = "({ai}) has the character “{found}”; it may have {wanted_en}"


class ContentError(DigitalLinkError):
    vi = "({ai}) là “{found}”: {wanted_vi}"
    en = "({ai}) is “{found}”: {wanted_en}"


class CompanionMissingError(DigitalLinkError):
    vi = "({ai}) chỉ có nghĩa khi đi cùng {wanted}"
    en = "({ai}) has a meaning only together with {wanted}"


class CompanionForbiddenError(DigitalLinkError):
    vi = "({ai}) không được đi cùng ({other})"
    en = "({ai}) may not go together with ({other})"


class CaseError(DigitalLinkError):
    vi = "“{found}” có chữ thường: viết hoa cả địa chỉ thì sẽ mở trang khác"
    en = "“{found}” has lower-case letters: in upper case the address would open another page"
