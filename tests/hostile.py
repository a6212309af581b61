"""A release whose page would run, load and cover whatever a browser lets it, for tests of all that shows a source."""

from __future__ import annotations

from converter.sources.document import Document
from tests import sample

TRACKER = "tracker.example"

LOADING_STYLES = (
    "background:url(http://tracker.example/1)",
    "background-image:url('//tracker.example/2')",
    "background:\\75rl(http://tracker.example/3)",
    "background:u\\72 l(http://tracker.example/4)",
    "background:UR\\4c(http://tracker.example/5)",
    "back/**/ground:red;background:/**/url(/**/http://tracker.example/6)",
    "back\\67round:url(file:///tracker.example/7)",
    "list-style:url(http://tracker.example/8);display:list-item",
    "list-style-image:image-set('http://tracker.example/9' 1x);display:list-item",
    "content:url(http://tracker.example/10)",
    "cursor:url(http://tracker.example/11),auto",
    "background:image-set('http://tracker.example/12' 1x)",
    "background:-webkit-image-set(url(http://tracker.example/13) 1x)",
    "border-image:url(http://tracker.example/14) 30",
    "mask-image:url(http://tracker.example/15)",
    "filter:url(http://tracker.example/16#f)",
    "--x:url(http://tracker.example/17);background:var(--x)",
    "font-family:x;src:url(http://tracker.example/18)",
    "@import 'http://tracker.example/19';color:red",
    "color:red}body{background:url(http://tracker.example/20)}",
    "font-family:'a;background:url(http://tracker.example/21)';color:red",
    "behavior:url(http://tracker.example/22);-moz-binding:url(http://tracker.example/23)",
    "background:red url(http://tracker.example/24",
    "background:cross-fade(url(http://tracker.example/25),red 50%)",
    "shape-outside:url(http://tracker.example/26);float:left",
    "offset-path:url(http://tracker.example/27)",
)

COVERING_STYLES = (
    "position:fixed;top:0;left:0;width:100%;height:100%;background:white;z-index:99999",
    "pos\\69tion:fixed;inset:0;background:white",
    "position:absolute;top:0;left:0;width:9000px;height:9000px;background:white",
    "position:sticky;top:0;height:100vh;background:white",
    "position:relative;top:-2000px;height:4000px;background:white",
    "margin-top:-3000px;height:4000px;background:white",
    "margin:-3000px -3000px 0 -3000px;display:inline-block;height:4000px;width:4000px;background:white",
    "transform:translateY(-2000px) scale(50);background:white;height:900px",
    "translate:0 -2000px;height:4000px;background:white",
    "display:inline;padding:900px;background:white",
    "display:inline;border:900px solid white",
    "font-size:2000px;line-height:0;background:white;display:inline",
    "font:2000px/0 serif;background:white;display:inline",
    "outline:9000px solid white",
    "box-shadow:0 0 0 9000px white",
    "height:0;text-shadow:0 -40px white",
    "zoom:40",
    "animation:x 1s;transition:all 1s;clip-path:inset(0);opacity:0",
)

ELEMENTS = (
    "<script>document.title='hacked'</script><script src=http://tracker.example/s.js></script>",
    "<style>@import 'http://tracker.example/i.css'; body{display:none} "
    "@font-face{font-family:t;src:url(http://tracker.example/f)} p{font-family:t}</style>",
    "<link rel=stylesheet href=http://tracker.example/l.css><link rel=prefetch href=http://tracker.example/p>",
    "<base href=http://tracker.example/><meta http-equiv=refresh content='0;url=http://tracker.example/r'>",
    "<img src=http://tracker.example/i.gif srcset='http://tracker.example/j.gif' onerror=\"document.title='hacked'\">",
    "<img src=nearby.gif alt=Logo width=90 height=20><img src='file:///etc/hostname'>"
    "<img src=data:image/gif;base64,R0lGODlhAQ>",
    "<table background=http://tracker.example/b.gif><tr><td background=//tracker.example/c.gif>cell</table>",
    "<iframe src=http://tracker.example/></iframe>"
    "<iframe srcdoc=\"<script>top.document.title='hacked'</script>\"></iframe>",
    "<object data=http://tracker.example/o></object><embed src=http://tracker.example/e><applet code=x></applet>",
    "<svg onload=\"document.title='hacked'\"><image href=http://tracker.example/v.png></image>"
    "<use href=http://tracker.example/u.svg#a></use><style>*{background:url(http://tracker.example/w)}</style></svg>",
    "<math><maction actiontype=statusline xlink:href=\"javascript:document.title='hacked'\">m</maction></math>",
    "<form action=http://tracker.example/f><input type=image src=http://tracker.example/n.gif autofocus "
    "onfocus=\"document.title='hacked'\"><button formaction=http://tracker.example/g>go</button><select><option>o</select>"
    "<textarea>t</textarea></form>",
    "<video src=http://tracker.example/v.mp4 poster=http://tracker.example/p.png autoplay></video>"
    "<audio src=http://tracker.example/a.mp3 autoplay></audio><picture><source srcset=http://tracker.example/q></picture>",
    "<a href=\"javascript:document.title='hacked'\">bait</a><a href=\"java\nscript:document.title='hacked'\">bait</a>"
    "<a href='data:text/html,<script>1</script>'>bait</a><a href=# onclick=\"document.title='hacked'\">bait</a>",
    "<p onmouseover=\"document.title='hacked'\" class='ixbrl-element m high' id=p3 style=color:red>bait</p>",
    "<button type=button class='acts high' data-act=undo data-filter=ext data-close data-place=1>bait</button>"
    "<div id=details class='ask banner on' data-open>bait</div><a class='m on' id=m1 href=#p1 data-place=1>bait</a>"
    "<tr id=r0-0 class=confirmed data-map=x><td><a id=p1 href=#m1>bait</a></td></tr>",
    "<?xml-stylesheet href='http://tracker.example/x.css' type='text/css'?>"
    "<!--[if IE]><img src=http://tracker.example/k><![endif]-->",
    "<noscript><img src=http://tracker.example/ns></noscript><template><img src=http://tracker.example/te></template>",
    "<marquee onstart=\"document.title='hacked'\">moving</marquee>"
    "<details ontoggle=\"document.title='hacked'\" open>d</details>",
    "<frameset><frame src=http://tracker.example/fr></frameset><bgsound src=http://tracker.example/bg>",
    "<p title='x' style=\"background:url(http://tracker.example/q1)&quot;onclick=&quot;document.title=`hacked`\">quoted</p>",
    "<big>" * 60 + "big" + "</big>" * 60,
)


def markup() -> str:
    """All of it, as it may stand anywhere in the body of a page."""
    styled = "".join(
        f'<div style="{style}">a</div><span style="{style}">b</span>' for style in (*LOADING_STYLES, *COVERING_STYLES)
    )
    return f"{styled}{''.join(ELEMENTS)}"


def page() -> Document:
    """The sample's page with all of it, before its statements and after them."""
    mean = markup()
    text = (
        sample.page().text.replace("today reported", f"today reported{mean}").replace("<P>&#169;", f"{mean}<P>&#169;")
    )
    assert text.count(mean) == 2
    return sample.document(text, name="hostile.htm")
