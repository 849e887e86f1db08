"""The part of the table of rules that is about the ledger of what was printed."""

from __future__ import annotations

from generator.catalogue.problems.rule import error, warning

PRINTED_ADDRESS = error(
    "printed-address",
    vi=(
        "“{found}” không phải địa chỉ để quét: {reason_vi}",
        "Hãy chép lại đúng địa chỉ trên bao bì, như HTTPS://…/Q/7K3M9",
    ),
    en=(
        "“{found}” is not an address to scan: {reason_en}",
        "Copy it again as packs have it, such as HTTPS://…/Q/7K3M9",
    ),
)
PRINTED_LOT = error(
    "printed-lot",
    vi=("Cột lot là “{found}” nhưng địa chỉ ghi lô {lot}", "Hãy sửa cho hai chỗ khớp nhau"),
    en=("The column lot is “{found}” but the address names lot {lot}", "Let the two agree"),
)
PRINTED_SERIALS = error(
    "printed-serials",
    vi=(
        "Cột serials “{found}” không phải dãy số thứ tự: {reason_vi}",
        "Hãy ghi như 0001–0012; bảng tính đổi 1-12 thành ngày (12-Jan) thì chép lại dãy số từ "
        "content/printed.seal và đặt cột này là dạng chữ (Text)",
    ),
    en=(
        "serials “{found}” is no range of serial numbers: {reason_en}",
        "Write it as 0001–0012; where a spreadsheet made a date of 1-12 (12-Jan), copy the range "
        "from content/printed.seal and set this column to Text",
    ),
)
PRINTED_SERIALS_COUNT = warning(
    "printed-serials-count",
    vi=(
        "Dãy số “{found}” có {count} số, nhưng cột quantity là {quantity}",
        "Hãy xem lại hai cột; bảng tính hay đổi 1-12 thành ngày, thành một số như 46034",
    ),
    en=(
        "The range “{found}” has {count} numbers, but quantity is {quantity}",
        "Check the two columns; of 1-12 a spreadsheet may make a date, or a number such as 46034",
    ),
)
PRINTED_AGAIN = warning(
    "printed-again",
    vi=(
        "Lượt in này đã có trong sổ: {quantity} × {found} ({days}); tệp được làm lại, sổ không "
        "ghi thêm",
        "Nếu thật sự in thêm một lần nữa, hãy thêm --again",
    ),
    en=(
        "This printing is recorded already: {quantity} × {found} ({days}); the files are made "
        "again, and nothing is added to the ledger",
        "If you really print once more, add --again",
    ),
)
PRINTED_SERIALS_AGAIN = error(
    "printed-serials-again",
    vi=(
        "Số thứ tự {found} trùng với {earlier} đã in ({what}, {days}): hai bao bì sẽ mang cùng "
        "một số",
        "Hãy in tiếp bằng --serials {free}; nếu in lại tem bị hỏng, hãy thêm --again",
    ),
    en=(
        "The serial numbers {found} meet {earlier}, which are printed ({what}, {days}): two packs "
        "would bear one number",
        "Go on with --serials {free}; to replace spoilt labels, add --again",
    ),
)
PRINTED_LOST = error(
    "printed-lost",
    vi=(
        "Không còn trang nào ở {address}, đã in {quantity} × {what} ({days}) cho {product}",
        "Hãy thêm {alias} vào aliases của sản phẩm thay thế, hoặc giữ tệp của sản phẩm cũ, "
        "đủ code và gtin, với status: withdrawn để trang nói rằng sản phẩm đã thu hồi",
    ),
    en=(
        "No page is left at {address}, printed {quantity} × {what} ({days}) for {product}",
        "Add {alias} to the aliases of the product in its place, or keep the old product's "
        "file, code and gtin too, with status: withdrawn, so that its page says so",
    ),
)
PRINTED_DRAFT = error(
    "printed-draft",
    vi=(
        "Tệp này là bản nháp, nhưng {address} đã in {quantity} × {what} ({days}) cho {product} và "
        "phải có trang trả lời",
        "Hãy xóa dòng draft: true; nếu không bán nữa, hãy ghi status: withdrawn để trang nói vậy",
    ),
    en=(
        "This file is a draft, but {address} was printed, {quantity} × {what} ({days}), for "
        "{product}, and must answer",
        "Delete the line draft: true; if it is no longer sold, write status: withdrawn, so that "
        "its page says so",
    ),
)
PRINTED_RENAMED = error(
    "printed-renamed",
    vi=(
        "{address}, đã in {quantity} × {what} ({days}) cho {product}, nay mở trang của {other}",
        "Nếu chỉ đổi tên tệp, hãy thêm {alias} vào aliases ở đó; nếu là sản phẩm khác, hãy "
        "cho nó mã mới và giữ tệp của sản phẩm cũ với status: withdrawn",
    ),
    en=(
        "{address}, printed {quantity} × {what} ({days}) for {product}, now opens {other}",
        "If only the file was renamed, add {alias} to its aliases; if it is another product, "
        "give it a new code and keep the old product's file with status: withdrawn",
    ),
)
PRINTED_OTHER = error(
    "printed-other",
    vi=(
        "{address}, đã in {quantity} × {what} ({days}) cho {product}, nay mở trang của {other}",
        "Hãy trả mã này về cho {product} và cho sản phẩm kia một mã mới",
    ),
    en=(
        "{address}, printed {quantity} × {what} ({days}) for {product}, now opens {other}",
        "Give the code back to {product}, and the other product a new one",
    ),
)
PRINTED_LOT_LOST = error(
    "printed-lot-lost",
    vi=(
        "Lô {lot} không còn trang ở {address}, đã in {quantity} × {what} ({days})",
        "Hãy ghi lại lô này trong content/lots/{product}.csv; lô đã in thì không xóa",
    ),
    en=(
        "Lot {lot} has no page at {address}, printed {quantity} × {what} ({days})",
        "Write the lot into content/lots/{product}.csv again; a printed lot is not deleted",
    ),
)
PRINTED_HOST = error(
    "printed-host",
    vi=(
        "Trang đặt ở {found} thì {address}, đã in {quantity} × {what} ({days}), không mở được",
        "Hãy trả base_url trong content/site.yaml về như đã in, cả phần đường dẫn; hoặc giữ "
        "tên miền cũ, cho nó chuyển tiếp mọi địa chỉ về đây (docs/may-chu.md) và ghi nơi cũ "
        "vào former_base_urls",
    ),
    en=(
        "With the site at {found}, {address}, printed {quantity} × {what} ({days}), opens nothing",
        "Set base_url in content/site.yaml as it was printed, path included; or keep the old "
        "host, let it forward every address here (docs/may-chu.md), and list the old place in "
        "former_base_urls",
    ),
)
PRINTED_ROW_LOST = error(
    "printed-row-lost",
    vi=(
        "Lượt in đã ghi sổ nay không còn trong content/printed.csv hoặc đã bị sửa: {address}, "
        "{product}, {quantity} cái, in ngày {printed_on}",
        "Hãy lấy lại sổ bằng lệnh “ocop restore content/printed.csv”, từ git hoặc bản sao lưu, hay "
        "chép lại dòng này từ dòng {line} của content/printed.seal; nếu chắc chắn muốn bỏ, hãy đặt "
        "dấu # trước dòng ấy",
    ),
    en=(
        "A recorded printing is gone from content/printed.csv, or was changed: {address}, "
        "{product}, {quantity} packs, printed on {printed_on}",
        "Take the ledger back with “ocop restore content/printed.csv”, from git or a backup, or "
        "copy the row again from line {line} of content/printed.seal; to let go of it on purpose, "
        "put # before that line",
    ),
)
PRINTED_ROWS_LOST = error(
    "printed-rows-lost",
    vi=(
        "Ngoài những lượt in vừa kể, {count} lượt nữa đã ghi sổ nay không còn trong "
        "content/printed.csv hoặc đã bị sửa",
        "Hãy lấy lại cả sổ bằng lệnh “ocop restore content/printed.csv”, từ git hoặc bản sao lưu; "
        "nếu không còn, hãy chép lại từ content/printed.seal, từ dòng {line} trở đi",
    ),
    en=(
        "Besides those told, {count} more recorded printings are gone from content/printed.csv, or "
        "were changed",
        "Take the whole ledger back with “ocop restore content/printed.csv”, from git or a backup; "
        "if there is none, copy the rows from content/printed.seal, from line {line} on",
    ),
)
PRINTED_SEAL_DAMAGED = error(
    "printed-seal-damaged",
    vi=(
        "Niêm của sổ in bị hỏng: thiếu, thừa hoặc sai dòng so với lúc ocop ghi",
        "Hãy lấy lại content/printed.seal từ git hoặc bản sao lưu; nếu không còn, hãy soát "
        "content/printed.csv cho đủ rồi xóa tệp niêm, lần in sau sẽ niêm lại",
    ),
    en=(
        "The ledger's seal is damaged: its lines are not as ocop wrote them",
        "Take content/printed.seal back from git or a backup; if there is none, see that "
        "content/printed.csv is whole and delete the seal: the next printing seals it anew",
    ),
)
HANDED_OUT_LOST = warning(
    "handed-out-lost",
    vi=(
        "Mã {address}, mà ocop build đã đưa ra trong output/labels, không còn mở trang của "
        "{product}",
        "Nếu mã ấy có thể đã in lên bao bì, hãy thêm {alias} vào aliases của sản phẩm hoặc trả lại "
        "mã cũ; nếu chắc chắn chưa ai dùng, hãy xóa dòng này",
    ),
    en=(
        "The code {address}, which ocop build handed out in output/labels, no longer opens the "
        "page of {product}",
        "If it may be on packs, add {alias} to the product's aliases or restore what was changed; "
        "if surely nobody used it, delete this row",
    ),
)
HANDED_OUT_HOST = warning(
    "handed-out-host",
    vi=(
        "{count} mã ở {found}, mà ocop build đã đưa ra trong output/labels, không còn mở được "
        "trang",
        "Nếu có mã đã in lên bao bì, hãy ghi nơi cũ vào former_base_urls và cho nó chuyển tiếp; "
        "nếu chắc chắn chưa ai dùng, hãy xóa các dòng ấy",
    ),
    en=(
        "{count} codes at {found}, which ocop build handed out in output/labels, open nothing",
        "If any may be on packs, list the old place in former_base_urls and let it forward; if "
        "surely nobody used them, delete those rows",
    ),
)
HANDED_OUT_ROW = warning(
    "handed-out-row",
    vi=("Không đọc được dòng này", "Hãy lấy lại dòng ấy từ git, hoặc xóa nó"),
    en=("This row can't be read", "Take it back from git, or delete it"),
)
PRINTED_PLACEHOLDER = warning(
    "printed-placeholder",
    vi=(
        "{address} dùng tên miền chỉ để làm mẫu, bao bì sẽ không mở được trang nào",
        "Hãy đặt base_url thật rồi in lại",
    ),
    en=(
        "{address} is at a host kept for examples, so the packs open nothing",
        "Set the true base_url and print again",
    ),
)
