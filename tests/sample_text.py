"""The print of the sample: the release of an invented company."""

TEXT = """\
TAMARACK REPORTS SECOND QUARTER RESULTS

DOVER, N.H., July 24, 2001 -- Tamarack Instruments, Inc. (NASDAQ: TMRK), a maker of
gauges & meters, today reported results for the quarter ended June 30, 2001.

                          TAMARACK INSTRUMENTS, INC.
                         CONSOLIDATED BALANCE SHEETS
                    (in thousands, except share amounts)
<TABLE>
<CAPTION>
                                                June 30, 2001     December 31, 2000
<S>                                             <C>               <C>
ASSETS
Current assets:
  Cash and cash equivalents                     $       4,210     $       3,880
  Accounts receivable, net of allowance of
    $120 and $95                                        2,905             3,140
  Inventories                                           1,775             1,620
    Total current assets                                8,890             8,640
Equipment, net                                          2,310             2,455
Deposits with tooling suppliers                           150                --
    Total assets                                $      11,350     $      11,095

LIABILITIES AND STOCKHOLDERS' EQUITY
Current liabilities:
  Accounts payable                                      1,020             1,185
  Other                                                   415               390
    Total current liabilities                           1,435             1,575
Commitments and contingencies
Stockholders' equity:
  Common stock, $0.01 par value, authorized
    20,000,000 shares, issued and outstanding
    5,104,220 and 5,090,118 shares                         51                51
  Additional paid-in capital                            7,900             7,885
  Retained earnings                                     1,964             1,584
    Total stockholders' equity                          9,915             9,520
    Total liabilities and stockholders' equity  $      11,350     $      11,095
</TABLE>

                          TAMARACK INSTRUMENTS, INC.
                      CONSOLIDATED STATEMENTS OF INCOME
                   (in thousands, except per share amounts)

                                  Three months ended June 30,   Six months ended June 30,
                                      2001          2000           2001          2000
Net sales                           $  4,800      $  4,500      $  9,400      $  8,900
Cost of sales                          2,900         2,750         5,700         5,450
  Gross profit                         1,900         1,750         3,700         3,450
Operating expenses:
  Research and development               520           480         1,010           960
  Selling, general & administrative      950           930         1,880         1,820
  Relocation of the Dover plant           60             -           130             -
    Total operating expenses           1,530         1,410         3,020         2,780
Operating income                         370           340           680           670
Interest expense                         (50)          (45)          (95)          (90)
Income before income taxes               320           295           585           580
Income tax provision                     112           104           205           204
Net income                          $    208      $    191      $    380      $    376
Net income per share                $    .04      $    .04      $    .07      $    .07
Weighted average shares                5,100         5,085         5,097         5,081

                          TAMARACK INSTRUMENTS, INC.
                    CONSOLIDATED STATEMENTS OF CASH FLOWS
                                (in thousands)

                                                 Six months ended June 30,
                                                    2001           2000
Operating activities:
  Net income                                      $   380        $   376
  Depreciation                                        260            240
  Accounts receivable                                 235           (110)
  Inventories                                        (155)            40
  Accounts payable                                   (165)            25
  Other                                                25            (31)
    Net cash provided by operating activities         580            540
Investing activities:
  Purchases of equipment                             (115)          (220)
  Other                                              (150)           (20)
    Net cash used in investing activities            (265)          (240)
Financing activities:
  Proceeds from stock options                          15             10
    Net cash provided by financing activities          15             10
Net increase in cash                                  330            310
Cash at beginning of period                         3,880          2,950
Cash at end of period                               4,210          3,260
"""
