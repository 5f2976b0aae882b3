<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>ArticleEnd</name>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 篇，共 {1} 篇</translation>
    </message>
    <message>
        <source>Next unread</source>
        <translation>下一篇未讀</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一篇</translation>
    </message>
</context>
<context>
    <name>ArticlePane</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>About %n min</source>
        <translation>約 %n 分鐘</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目錄</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音訊</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>貼文</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地圖</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>程式碼</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>網頁</translation>
    </message>
    <message>
        <source>Picture from %1</source>
        <translation>來自 %1 的圖片</translation>
    </message>
    <message>
        <source>Load pictures</source>
        <translation>載入圖片</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>載入中…</translation>
    </message>
    <message>
        <source>%1 did not send this picture</source>
        <translation>%1 沒有傳回這張圖片</translation>
    </message>
    <message>
        <source>This picture is too large to be shown</source>
        <translation>圖片過大，無法顯示</translation>
    </message>
    <message>
        <source>This picture is not in the folder</source>
        <translation>資料夾裡沒有這張圖片</translation>
    </message>
    <message>
        <source>%1 cannot be played here</source>
        <translation>%1 無法在此播放</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>This article twice brought down the page that shows it.</source>
        <translation>顯示這篇文章的頁面接連當掉了兩次。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>拷貝</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>打開連結</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>拷貝連結</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>{0} starred</source>
        <translation>已為 {0} 篇加星號</translation>
    </message>
    <message>
        <source>{0} stars removed</source>
        <translation>已取消 {0} 篇的星號</translation>
    </message>
    <message>
        <source>{0} marked as read</source>
        <translation>已將 {0} 篇標示為已讀</translation>
    </message>
    <message>
        <source>{0} marked as unread</source>
        <translation>已將 {0} 篇標示為未讀</translation>
    </message>
</context>
<context>
    <name>BookmarkButton</name>
    <message>
        <source>Save this search (Ctrl+D)</source>
        <translation>儲存此搜尋 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Rename this search (Ctrl+D)</source>
        <translation>重新命名此搜尋 (Ctrl+D)</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>words of the title</source>
        <translation>標題裡的詞</translation>
    </message>
    <message>
        <source>until the day before</source>
        <translation>到前一天為止</translation>
    </message>
    <message>
        <source>from a day on</source>
        <translation>從某天起</translation>
    </message>
    <message>
        <source>unread, read, starred</source>
        <translation>未讀、已讀、星號</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>圖片</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>建議</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>No post is selected</source>
        <translation>沒有選取文章</translation>
    </message>
    <message>
        <source>Broadsheet writes nothing into the library; choose elsewhere</source>
        <translation>Broadsheet 不會在文庫中寫入任何內容；請另選位置</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>文章列表</translation>
    </message>
    <message>
        <source>Markdown list (*.md)</source>
        <translation>Markdown 清單 (*.md)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>網頁 (*.html)</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>純文字 (*.txt)</translation>
    </message>
    <message>
        <source>Export the selected posts</source>
        <translation>輸出選取的文章</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>無法寫入 {0}：{1}</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>已存成 {0}</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>search: {words}</source>
        <translation>搜尋：{words}</translation>
    </message>
    <message>
        <source>Active filters</source>
        <translation>目前的篩選條件</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove {filter}</source>
        <translation>移除「{filter}」</translation>
    </message>
    <message>
        <source>tag: {value}</source>
        <translation>標籤：{value}</translation>
    </message>
    <message>
        <source>category: {value}</source>
        <translation>分類：{value}</translation>
    </message>
    <message>
        <source>author: {value}</source>
        <translation>作者：{value}</translation>
    </message>
    <message>
        <source>source: {value}</source>
        <translation>來源：{value}</translation>
    </message>
    <message>
        <source>year: {value}</source>
        <translation>年份：{value}</translation>
    </message>
    <message>
        <source>not {filter}</source>
        <translation>排除 {filter}</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>在文章中尋找</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>上一處 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>下一處 (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>關閉 (Esc)</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 處，共 {1} 處</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 處</translation>
    </message>
    <message>
        <source>{0} places</source>
        <translation>{0} 處</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>找不到</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>No hit in this article</source>
        <translation>這篇文章裡沒有找到</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>Search every word for “{0}”</source>
        <translation>在全文中搜尋「{0}」</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>儲存的搜尋</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文庫</translation>
    </message>
    <message>
        <source>Ctrl+Enter adds it to the filter</source>
        <translation>Ctrl+Enter 加入篩選</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Moving</source>
        <translation>瀏覽</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>目前文章</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文庫</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>下一篇</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>上一篇</translation>
    </message>
    <message>
        <source>Next unread</source>
        <translation>下一篇未讀</translation>
    </message>
    <message>
        <source>Page down, then the next article</source>
        <translation>向下翻頁，到底後看下一篇</translation>
    </message>
    <message>
        <source>Page up, then the previous article</source>
        <translation>向上翻頁，到頂後看上一篇</translation>
    </message>
    <message>
        <source>First article</source>
        <translation>第一篇</translation>
    </message>
    <message>
        <source>Last article</source>
        <translation>最後一篇</translation>
    </message>
    <message>
        <source>From the list into the article</source>
        <translation>從列表進入文章</translation>
    </message>
    <message>
        <source>List, article, sidebar in turn</source>
        <translation>在列表、文章、側邊欄之間切換</translation>
    </message>
    <message>
        <source>The same, the other way round</source>
        <translation>同上，反向切換</translation>
    </message>
    <message>
        <source>Back to the list, clear the search</source>
        <translation>返回列表，清除搜尋</translation>
    </message>
    <message>
        <source>Next link of the article</source>
        <translation>文中下一個連結</translation>
    </message>
    <message>
        <source>Previous link</source>
        <translation>上一個連結</translation>
    </message>
    <message>
        <source>Contents of the article</source>
        <translation>文章目錄</translation>
    </message>
    <message>
        <source>Back in history</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Forward in history</source>
        <translation>前進</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加星號</translation>
    </message>
    <message>
        <source>Read or unread</source>
        <translation>標示為已讀或未讀</translation>
    </message>
    <message>
        <source>Open the original in the browser</source>
        <translation>在瀏覽器中打開原文</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>拷貝連結</translation>
    </message>
    <message>
        <source>Copy the article as Markdown</source>
        <translation>將文章拷貝為 Markdown</translation>
    </message>
    <message>
        <source>Read the article aloud, or pause</source>
        <translation>朗讀文章，或暫停</translation>
    </message>
    <message>
        <source>Print, or save as PDF</source>
        <translation>列印，或存成 PDF</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>在文章中尋找</translation>
    </message>
    <message>
        <source>Next place found, or hit of the search</source>
        <translation>下一處，或搜尋的下一個符合處</translation>
    </message>
    <message>
        <source>Previous place found, or hit</source>
        <translation>上一處，或上一個符合處</translation>
    </message>
    <message>
        <source>Go to anything: title, tag, folder, command</source>
        <translation>前往任何地方：標題、標籤、資料夾、命令</translation>
    </message>
    <message>
        <source>Choose dates on the timeline</source>
        <translation>在時間軸上選擇日期</translation>
    </message>
    <message>
        <source>Rename a saved search</source>
        <translation>重新命名已存搜尋</translation>
    </message>
    <message>
        <source>Remove a saved search</source>
        <translation>移除已存搜尋</translation>
    </message>
    <message>
        <source>Move a saved search up</source>
        <translation>上移已存搜尋</translation>
    </message>
    <message>
        <source>Move a saved search down</source>
        <translation>下移已存搜尋</translation>
    </message>
    <message>
        <source>Undo star, read or saved search</source>
        <translation>復原星號、已讀或已存搜尋</translation>
    </message>
    <message>
        <source>Theme: light, sepia, dark, black, as the system</source>
        <translation>主題：淺色、米黃、深色、純黑、跟隨系統</translation>
    </message>
    <message>
        <source>The post untouched, or cleaned</source>
        <translation>切換原始內容與整理後的文章</translation>
    </message>
    <message>
        <source>Load this article&apos;s pictures</source>
        <translation>載入本文圖片</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>縮小文字</translation>
    </message>
    <message>
        <source>Text as it was</source>
        <translation>恢復預設字級</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>搜尋文庫</translation>
    </message>
    <message>
        <source>Filter tags</source>
        <translation>篩選標籤</translation>
    </message>
    <message>
        <source>Save this search, or rename it</source>
        <translation>儲存此搜尋，或重新命名</translation>
    </message>
    <message>
        <source>Mark all shown as read</source>
        <translation>將列出的全部標示為已讀</translation>
    </message>
    <message>
        <source>Rescan the folder</source>
        <translation>重新掃描資料夾</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打開資料夾</translation>
    </message>
    <message>
        <source>Show the sidebar</source>
        <translation>顯示側邊欄</translation>
    </message>
    <message>
        <source>Show the timeline</source>
        <translation>顯示時間軸</translation>
    </message>
    <message>
        <source>Nothing but the article</source>
        <translation>只看文章</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全螢幕</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好設定</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>顯示快速鍵</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Select the next post as well</source>
        <translation>同時選取下一篇</translation>
    </message>
    <message>
        <source>Select the previous post as well</source>
        <translation>同時選取上一篇</translation>
    </message>
    <message>
        <source>Select all posts of the list</source>
        <translation>選取清單中的全部文章</translation>
    </message>
    <message>
        <source>Export the selected posts</source>
        <translation>輸出選取的文章</translation>
    </message>
    <message>
        <source>Find a title in the list</source>
        <translation>在清單中尋找標題</translation>
    </message>
    <message>
        <source>Sort the list</source>
        <translation>清單排序</translation>
    </message>
    <message>
        <source>Rows: comfortable, compact, titles only</source>
        <translation>行距：寬鬆、緊湊、僅標題</translation>
    </message>
    <message>
        <source>Pictures in the list</source>
        <translation>清單中顯示圖片</translation>
    </message>
</context>
<context>
    <name>LibraryCommands</name>
    <message>
        <source>All shown are read already</source>
        <translation>列出的文章都已讀過</translation>
    </message>
    <message>
        <source>{0} marked as read; Ctrl+Z undoes it</source>
        <translation>已將 {0} 篇標示為已讀；按 Ctrl+Z 可復原</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>沒有可復原的操作</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>In this library: {0}</source>
        <translation>本文庫中：{0}</translation>
    </message>
    <message>
        <source>Shown in its folder: {0}</source>
        <translation>已在所在資料夾中顯示：{0}</translation>
    </message>
    <message>
        <source>There is no post {0} in this library</source>
        <translation>文庫裡沒有 {0} 這篇文章</translation>
    </message>
</context>
<context>
    <name>ListCommands</name>
    <message>
        <source>Pictures in the list</source>
        <translation>清單中顯示圖片</translation>
    </message>
    <message>
        <source>No pictures</source>
        <translation>清單中不顯示圖片</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Recent folders</source>
        <translation>最近打開的資料夾</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Date, newest first</source>
        <translation>日期，最新在前</translation>
    </message>
    <message>
        <source>Date, oldest first</source>
        <translation>日期，最早在前</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Unread first</source>
        <translation>未讀在前</translation>
    </message>
    <message>
        <source>Best match first, in a search</source>
        <translation>搜尋時依相關度</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>清單的行</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>The end of the article</source>
        <translation>已到文章末尾</translation>
    </message>
    <message>
        <source>No other unread post in this list</source>
        <translation>列表中沒有其他未讀文章</translation>
    </message>
    <message>
        <source>This article has no headings</source>
        <translation>這篇文章沒有小標題</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>關閉 (Esc)</translation>
    </message>
</context>
<context>
    <name>OpenLibrary</name>
    <message>
        <source>Looking through the folder again</source>
        <translation>正在重新檢查資料夾</translation>
    </message>
    <message>
        <source>Indexing stopped; F5 goes on</source>
        <translation>索引已停止；按 F5 繼續</translation>
    </message>
    <message>
        <source>The folder is not there any more; what is known of it stays</source>
        <translation>資料夾已不在原處；已知內容仍保留</translation>
    </message>
    <message>
        <source>Another version of Broadsheet has this folder open. Close it, and its posts show here.</source>
        <translation>另一個版本的 Broadsheet 正開啟此資料夾。將其關閉後，文章會顯示在這裡。</translation>
    </message>
    <message>
        <source>The folder is on a network share; changes show after a while</source>
        <translation>資料夾位於網路共用上；變動會稍後顯示</translation>
    </message>
    <message>
        <source>The system watches no more folders; changes show after a while</source>
        <translation>系統無法監視更多資料夾；變動會稍後顯示</translation>
    </message>
    <message>
        <source>Reading titles {0} / {1}</source>
        <translation>正在讀取標題 {0} / {1}</translation>
    </message>
    <message>
        <source>Reading texts {0} / {1} · {2} a second</source>
        <translation>正在讀取內文 {0} / {1} · 每秒 {2} 篇</translation>
    </message>
    <message>
        <source>Indexing broke off; it starts again in {0} s</source>
        <translation>索引中斷，{0} 秒後重新開始</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Open a folder of posts</source>
        <translation>打開存放文章的資料夾</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Go to anything</source>
        <translation>前往任何地方</translation>
    </message>
    <message>
        <source>Go to a title, tag, search, folder or command</source>
        <translation>前往標題、標籤、搜尋、資料夾或命令</translation>
    </message>
</context>
<context>
    <name>Pins</name>
    <message>
        <source>Pinned</source>
        <translation>已釘選</translation>
    </message>
    <message>
        <source>Unpinned; Ctrl+Z brings it back</source>
        <translation>已取消釘選，按 Ctrl+Z 復原</translation>
    </message>
    <message>
        <source>Pin moved</source>
        <translation>釘選項目已移動</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>{0} is not there. Was it moved, or its disk taken out?</source>
        <translation>找不到 {0}。它是被移走了，還是所在的磁碟已退出？</translation>
    </message>
    <message>
        <source>{0} is not a folder.</source>
        <translation>{0} 不是資料夾。</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>無法讀取 {0}：{1}</translation>
    </message>
</context>
<context>
    <name>PostCommands</name>
    <message>
        <source>No program opens {0}</source>
        <translation>沒有程式可以打開 {0}</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星號</translation>
    </message>
    <message>
        <source>Star removed</source>
        <translation>已取消星號</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>已標示為已讀</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>已標示為未讀</translation>
    </message>
    <message>
        <source>This post names no original</source>
        <translation>這篇文章沒有註明原文</translation>
    </message>
    <message>
        <source>Too many to be opened at once</source>
        <translation>數量太多，無法一次打開</translation>
    </message>
    <message>
        <source>None of these posts names an original</source>
        <translation>這些文章都沒有註明原文</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>已拷貝連結</translation>
    </message>
    <message>
        <source>Titles and links copied</source>
        <translation>已拷貝標題和連結</translation>
    </message>
    <message>
        <source>Article copied as Markdown</source>
        <translation>已將文章拷貝為 Markdown</translation>
    </message>
    <message>
        <source>This article could not be printed</source>
        <translation>這篇文章未能列印</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>已存成 {0}</translation>
    </message>
</context>
<context>
    <name>PostList</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>文章列表</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>來源不明</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未讀</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已讀</translation>
    </message>
    <message>
        <source>1 stroke</source>
        <translation>1 畫</translation>
    </message>
    <message>
        <source>{0} strokes</source>
        <translation>{0} 畫</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星號</translation>
    </message>
    <message>
        <source>Without the filters above there may be more.</source>
        <translation>拿掉上面的篩選條件，也許能找到更多。</translation>
    </message>
    <message>
        <source>Nothing found for “{query}”</source>
        <translation>找不到「{query}」</translation>
    </message>
    <message>
        <source>Fewer words find more.</source>
        <translation>減少詞語可找到更多。</translation>
    </message>
    <message>
        <source>Esc clears the search.</source>
        <translation>按 Esc 清除搜尋。</translation>
    </message>
    <message>
        <source>No posts match these filters</source>
        <translation>沒有符合這些篩選條件的文章</translation>
    </message>
    <message>
        <source>No posts here</source>
        <translation>這裡沒有文章</translation>
    </message>
    <message>
        <source>Everything is read</source>
        <translation>全部讀完了</translation>
    </message>
    <message>
        <source>No starred posts</source>
        <translation>還沒有加星號的文章</translation>
    </message>
    <message>
        <source>Nothing published today</source>
        <translation>今天沒有新文章</translation>
    </message>
    <message>
        <source>Comfortable rows</source>
        <translation>寬鬆</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>緊湊</translation>
    </message>
    <message>
        <source>Titles only</source>
        <translation>僅標題</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>無標題</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Usual font</source>
        <translation>預設字型</translation>
    </message>
    <message>
        <source>{0} (not installed)</source>
        <translation>{0}（未安裝）</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Accent</source>
        <translation>強調色</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字形</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字級</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>行寬</translation>
    </message>
    <message>
        <source>Justified</source>
        <translation>左右對齊</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字型</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>米黃</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>純黑</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation>朱紅</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation>赭石</translation>
    </message>
    <message>
        <source>Moss</source>
        <translation>苔綠</translation>
    </message>
    <message>
        <source>Sea</source>
        <translation>海青</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>靛藍</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>梅紫</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>襯線</translation>
    </message>
    <message>
        <source>Sans</source>
        <translation>無襯線</translation>
    </message>
    <message>
        <source>Chinese and Japanese</source>
        <translation>中文與日文</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不對齊</translation>
    </message>
    <message>
        <source>As it is written</source>
        <translation>依原文</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>簡體</translation>
    </message>
    <message>
        <source>Traditional, Taiwan</source>
        <translation>繁體（台灣）</translation>
    </message>
    <message>
        <source>Traditional, Hong Kong</source>
        <translation>繁體（香港）</translation>
    </message>
    <message>
        <source>Alphabets</source>
        <translation>西文</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>簡體中文</translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation>繁體中文</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日文</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韓文</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>程式碼</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好設定</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>閱讀</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隱私</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>Filter commands or keys</source>
        <translation>篩選指令或按鍵</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>變更…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>新增…</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>不設按鍵</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>恢復預設</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>改給此指令</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保持不變</translation>
    </message>
    <message>
        <source>Every command gets its usual keys, and yours are lost.</source>
        <translation>所有指令將恢復預設按鍵，您的變更會遺失。</translation>
    </message>
    <message>
        <source>Use the usual ones</source>
        <translation>恢復預設按鍵</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的按鍵</translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation>全部恢復預設</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>指令與按鍵</translation>
    </message>
    <message>
        <source>Press a key for “{0}”; Esc leaves all as it is</source>
        <translation>請按下「{0}」的新按鍵；按 Esc 取消</translation>
    </message>
    <message>
        <source>”, “</source>
        <translation>」、「</translation>
    </message>
    <message>
        <source>{0} is the key of “{1}”.</source>
        <translation>{0} 已是「{1}」的按鍵。</translation>
    </message>
    <message>
        <source>Enter gives the chosen command another key.</source>
        <translation>按 Enter 為所選指令更換按鍵。</translation>
    </message>
    <message>
        <source>Pictures from the web</source>
        <translation>網路圖片</translation>
    </message>
    <message>
        <source>Whoever sends a picture learns your address, and that you read the article. No cookies and no referrer are ever sent, and nothing but pictures is ever fetched.</source>
        <translation>提供圖片的網站會知道您的網路位址，以及您讀了這篇文章。Broadsheet 從不傳送 Cookie 和來源位址，除圖片外也從不下載任何內容。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Kept pictures</source>
        <translation>已保存的圖片</translation>
    </message>
    <message>
        <source>Pictures whose servers are gone will not come back.</source>
        <translation>伺服器已消失的圖片將無法再取回。</translation>
    </message>
    <message>
        <source>The pictures kept from the web are deleted.</source>
        <translation>已刪除保存下來的網路圖片。</translation>
    </message>
    <message>
        <source>Articles visited</source>
        <translation>瀏覽記錄</translation>
    </message>
    <message>
        <source>The way back to the articles visited is lost.</source>
        <translation>將無法再回到瀏覽過的文章。</translation>
    </message>
    <message>
        <source>The articles visited are forgotten, in every library.</source>
        <translation>所有文庫的瀏覽記錄均已清除。</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>最近開啟的資料夾</translation>
    </message>
    <message>
        <source>Each folder but the open one must be looked for again.</source>
        <translation>除目前資料夾外，其他資料夾都需重新尋找。</translation>
    </message>
    <message>
        <source>All folders but the open one are forgotten.</source>
        <translation>除目前資料夾外，其餘記錄均已清除。</translation>
    </message>
    <message>
        <source>What you read and starred stays: it is kept with your data.</source>
        <translation>已讀與星號不受影響，它們另行保存。</translation>
    </message>
    <message>
        <source>When I ask for them, article by article</source>
        <translation>由我逐篇決定</translation>
    </message>
    <message>
        <source>Always, with the article I open</source>
        <translation>開啟文章時一律載入</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>從不</translation>
    </message>
    <message>
        <source>An article counts as read</source>
        <translation>文章何時算已讀</translation>
    </message>
    <message>
        <source>Space at an article&apos;s end</source>
        <translation>讀到末尾時按空白鍵</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>清單的行</translation>
    </message>
    <message>
        <source>Posts stay in Unread until you go elsewhere</source>
        <translation>離開前仍留在「未讀」中</translation>
    </message>
    <message>
        <source>Pictures in the list</source>
        <translation>清單中顯示圖片</translation>
    </message>
    <message>
        <source>Read posts</source>
        <translation>讀過的貼文</translation>
    </message>
    <message>
        <source>As soon as it is shown</source>
        <translation>顯示後立即</translation>
    </message>
    <message>
        <source>After five seconds</source>
        <translation>五秒之後</translation>
    </message>
    <message>
        <source>At its end</source>
        <translation>讀到末尾時</translation>
    </message>
    <message>
        <source>Only when I mark it</source>
        <translation>僅由我標記</translation>
    </message>
    <message>
        <source>Goes to the next article</source>
        <translation>前往下一篇</translation>
    </message>
    <message>
        <source>Goes to the next unread one</source>
        <translation>前往下一篇未讀</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>停在原處</translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Posts with problems</source>
        <translation>有問題的文章</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>問題所在</translation>
    </message>
    <message>
        <source>Reveal in folder</source>
        <translation>在資料夾中顯示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>These posts open all the same; what could not be read is left out.</source>
        <translation>這些文章仍可打開，只是略去了無法讀取的部分。</translation>
    </message>
    <message>
        <source>Every post could be read fully.</source>
        <translation>每篇文章都完整讀取。</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Indexing progress</source>
        <translation>索引進度</translation>
    </message>
</context>
<context>
    <name>ReadAloud</name>
    <message>
        <source>This system has no voice to read with</source>
        <translation>此系統沒有可用的朗讀語音</translation>
    </message>
    <message>
        <source>Reading aloud</source>
        <translation>正在朗讀</translation>
    </message>
    <message>
        <source>Reading aloud paused</source>
        <translation>朗讀已暫停</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>The post as written</source>
        <translation>原文未經整理</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>整理後的文章</translation>
    </message>
</context>
<context>
    <name>ReadingState</name>
    <message>
        <source>What you have read and starred was damaged. The damaged file was kept as {aside}; the backup {copy} took its place.</source>
        <translation>已讀和星號的記錄損壞了。損壞的檔案保留為 {aside}；已用備份 {copy} 還原。</translation>
    </message>
    <message>
        <source>What you have read and starred was damaged. The damaged file was kept as {aside}; all but what was done last could be saved.</source>
        <translation>已讀和星號的記錄損壞了。損壞的檔案保留為 {aside}；除最後的操作外，其餘都已救回。</translation>
    </message>
    <message>
        <source>What you have read and starred was damaged. The damaged file was kept as {aside}; there was no backup, so everything counts as unread.</source>
        <translation>已讀和星號的記錄損壞了。損壞的檔案保留為 {aside}；沒有備份，因此全部算作未讀。</translation>
    </message>
    <message>
        <source>What you have read and starred was missing from {state}; the backup {copy} took its place.</source>
        <translation>{state} 中已讀和星號的記錄不見了；已用備份 {copy} 還原。</translation>
    </message>
    <message>
        <source>{state} was written by a newer version of Broadsheet. What you read and star now is not kept; use the newer version to have it kept.</source>
        <translation>{state} 由更新版本的 Broadsheet 寫入。現在的閱讀和星號不會儲存；請使用更新的版本。</translation>
    </message>
    <message>
        <source>{state} cannot be written. What you read and star is not kept until it can; check the permissions of its folder.</source>
        <translation>無法寫入 {state}。在可以寫入之前，閱讀和星號不會儲存；請檢查其資料夾的權限。</translation>
    </message>
    <message>
        <source>No space is left on the disk for {state}: what you did last is not kept until there is.</source>
        <translation>磁碟沒有空間寫入 {state}：騰出空間之前，最後的操作尚未儲存。</translation>
    </message>
    <message>
        <source>What you have read and starred, {state}, cannot be opened: {reason}. Check the permissions of its folder.</source>
        <translation>無法開啟已讀和星號的記錄 {state}：{reason}。請檢查其資料夾的權限。</translation>
    </message>
    <message>
        <source>What you have read and starred, {state}, cannot be used at present: {reason}</source>
        <translation>已讀和星號的記錄 {state} 目前無法使用：{reason}</translation>
    </message>
    <message>
        <source>No backup of what you have read and starred was made: {reason}</source>
        <translation>未能備份已讀和星號的記錄：{reason}</translation>
    </message>
</context>
<context>
    <name>RendererClient</name>
    <message>
        <source>The program that prepares articles ended at this post.</source>
        <translation>負責排版的程式處理到這篇文章時意外結束。</translation>
    </message>
    <message>
        <source>The program that prepares articles does not start.</source>
        <translation>負責排版的程式無法啟動。</translation>
    </message>
    <message>
        <source>This post takes too long to prepare.</source>
        <translation>這篇文章排版耗時過久。</translation>
    </message>
    <message>
        <source>This post becomes too large an article.</source>
        <translation>這篇文章排版後過大。</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>What fits</source>
        <translation>符合的項目</translation>
    </message>
</context>
<context>
    <name>SavedDelegate</name>
    <message>
        <source>Name of the saved search</source>
        <translation>已存搜尋的名稱</translation>
    </message>
</context>
<context>
    <name>SavedModel</name>
    <message>
        <source>Saved searches</source>
        <translation>已存搜尋</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>已展開</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>已摺疊</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已選</translation>
    </message>
</context>
<context>
    <name>SavedRows</name>
    <message>
        <source>Saved searches</source>
        <translation>已存搜尋</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Keep what is shown now under this name</source>
        <translation>改存為目前的篩選</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Search or filter first; then it can be saved</source>
        <translation>請先搜尋或篩選，然後再儲存</translation>
    </message>
    <message>
        <source>Search saved</source>
        <translation>搜尋已儲存</translation>
    </message>
    <message>
        <source>Search renamed</source>
        <translation>搜尋已重新命名</translation>
    </message>
    <message>
        <source>Search removed; Ctrl+Z brings it back</source>
        <translation>搜尋已移除，按 Ctrl+Z 復原</translation>
    </message>
    <message>
        <source>Search moved</source>
        <translation>搜尋已移動</translation>
    </message>
</context>
<context>
    <name>SectionMenu</name>
    <message>
        <source>Filter…</source>
        <translation>篩選…</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>收合</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>展開</translation>
    </message>
    <message>
        <source>Sort by year</source>
        <translation>依年份排序</translation>
    </message>
    <message>
        <source>Sort by name</source>
        <translation>依名稱排序</translation>
    </message>
    <message>
        <source>Sort by count</source>
        <translation>依篇數排序</translation>
    </message>
</context>
<context>
    <name>SettingsKeeper</name>
    <message>
        <source>The settings in “{0}” cannot be read, and are as at first start: {1}</source>
        <translation>無法讀取「{0}」中的設定，現均為初始設定：{1}</translation>
    </message>
    <message>
        <source>The settings cannot be kept in “{0}”: {1}</source>
        <translation>設定無法儲存到「{0}」：{1}</translation>
    </message>
    <message>
        <source>What stood in “{0}” could not be read, and is kept as “{1}”.</source>
        <translation>「{0}」的原有內容無法讀取，已另存為「{1}」。</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>快速鍵</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Library and facets</source>
        <translation>文庫與篩選</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未讀</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>星號</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文庫</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Filter tags</source>
        <translation>篩選標籤</translation>
    </message>
    <message>
        <source>Filter categories</source>
        <translation>篩選分類</translation>
    </message>
    <message>
        <source>Filter authors</source>
        <translation>篩選作者</translation>
    </message>
    <message>
        <source>Filter sources</source>
        <translation>篩選來源</translation>
    </message>
    <message>
        <source>Filter years</source>
        <translation>篩選年份</translation>
    </message>
</context>
<context>
    <name>SidebarDelegate</name>
    <message>
        <source>not</source>
        <translation>排除</translation>
    </message>
</context>
<context>
    <name>SidebarModel</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>再顯示 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>顯示較少</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>沒有符合的項目</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已釘選</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>已排除</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>已展開</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>已摺疊</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已選</translation>
    </message>
</context>
<context>
    <name>StateClient</name>
    <message>
        <source>Undone</source>
        <translation>已復原</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop indexing</source>
        <translation>停止索引</translation>
    </message>
    <message>
        <source>Show the posts with problems</source>
        <translation>顯示有問題的文章</translation>
    </message>
    <message>
        <source>1 post</source>
        <translation>1 篇文章</translation>
    </message>
    <message>
        <source>{0} posts</source>
        <translation>{0} 篇文章</translation>
    </message>
    <message>
        <source>{0} of {1} posts</source>
        <translation>{0} / {1} 篇文章</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 個問題</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation>{0} 個問題</translation>
    </message>
    <message>
        <source>1 selected</source>
        <translation>已選 1 篇</translation>
    </message>
    <message>
        <source>{0} selected</source>
        <translation>已選 {0} 篇</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>yyyy</source>
        <translation>yyyy年</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>{begin} – {end}</source>
        <translation>{begin} – {end}</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>全部日期</translation>
    </message>
    <message>
        <source>shown: {period}</source>
        <translation>顯示：{period}</translation>
    </message>
</context>
<context>
    <name>TitleBar</name>
    <message>
        <source>Find a title in the list</source>
        <translation>在清單中尋找標題</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Search the library</source>
        <translation>搜尋文庫</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>側邊欄</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前進</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加星號</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Post untouched</source>
        <translation>原始內容</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>取消星號</translation>
    </message>
    <message>
        <source>Cleaned article</source>
        <translation>整理後的文章</translation>
    </message>
    <message>
        <source>Search every word…</source>
        <translation>全文搜尋…</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>選單</translation>
    </message>
</context>
<context>
    <name>ValueMenu</name>
    <message>
        <source>Only this</source>
        <translation>只看此項</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出篩選</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入篩選</translation>
    </message>
    <message>
        <source>No longer exclude</source>
        <translation>不再排除</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Search within…</source>
        <translation>在其中搜尋…</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消釘選</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>釘選到頂端</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>複製名稱</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>A reader for folders of posts</source>
        <translation>像讀報一樣，讀一個資料夾</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打開資料夾…</translation>
    </message>
    <message>
        <source>Look at the sample library</source>
        <translation>看看範例文庫</translation>
    </message>
    <message>
        <source>or drop a folder, or a post, anywhere on this window</source>
        <translation>也可以把資料夾或文章拖到視窗裡的任何地方</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>最近打開的資料夾</translation>
    </message>
    <message>
        <source>{0} (missing)</source>
        <translation>{0}（已不存在）</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>打開 {0}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>{0} - Broadsheet</source>
        <translation>{0} - Broadsheet</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Light theme</source>
        <translation>淺色主題</translation>
    </message>
    <message>
        <source>Sepia theme</source>
        <translation>米黃主題</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主題</translation>
    </message>
    <message>
        <source>Black theme</source>
        <translation>純黑主題</translation>
    </message>
    <message>
        <source>Theme as the system&apos;s</source>
        <translation>主題跟隨系統</translation>
    </message>
    <message>
        <source>Problems…</source>
        <translation>問題…</translation>
    </message>
    <message>
        <source>Sample library</source>
        <translation>範例文庫</translation>
    </message>
</context>
</TS>
