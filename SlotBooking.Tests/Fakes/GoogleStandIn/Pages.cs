using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace SlotBooking.Tests.Fakes.GoogleStandIn;

/// <summary>Cuts lists into pages; a list keeps its content while it is paged.</summary>
internal sealed class Pages
{
    private readonly ConcurrentDictionary<string, (IReadOnlyList<JsonObject> Items, string Token)> _lists = new(StringComparer.Ordinal);

    /// <summary>No page is longer, whatever was asked for.</summary>
    public int Size { get; set; } = 250;

    /// <summary>What lists say that the account may do with the calendar.</summary>
    public string AccessRole { get; set; } = "writer";

    /// <summary>Puts an empty page before the last one, as Google sometimes does.</summary>
    public bool WithEmptyPage { get; set; }

    /// <summary>The next page that is asked for is answered with 410.</summary>
    public bool GoneOnNextPage { get; set; }

    public JsonObject First((IReadOnlyList<JsonObject> Items, string Token) list, int size)
    {
        var name = Guid.NewGuid().ToString("N");
        _lists[name] = list;
        return Page(name, 0, Math.Min(size, Size), isEmpty: false);
    }

    public JsonObject Next(string pageToken)
    {
        if (GoneOnNextPage)
        {
            GoneOnNextPage = false;
            throw new Refusal(410, "fullSyncRequired");
        }

        return pageToken.Split('.') is [var name, var offset, var size, var empty] && _lists.ContainsKey(name)
            ? Page(name, int.Parse(offset, CultureInfo.InvariantCulture), int.Parse(size, CultureInfo.InvariantCulture), empty == "e")
            : throw new Refusal(400, "invalid");
    }

    private JsonObject Page(string name, int offset, int size, bool isEmpty)
    {
        var (items, token) = _lists[name];
        var page = isEmpty ? [] : items.Skip(offset).Take(size).ToArray();
        var answer = new JsonObject { ["kind"] = "calendar#events", ["accessRole"] = AccessRole, ["items"] = new JsonArray([.. page.Select(i => i.DeepClone())]) };
        var next = offset + page.Length;
        if (next < items.Count)
        {
            var insertEmpty = WithEmptyPage && !isEmpty;
            answer["nextPageToken"] = string.Create(CultureInfo.InvariantCulture, $"{name}.{next}.{size}.{(insertEmpty ? "e" : "f")}");
        }
        else
        {
            answer["nextSyncToken"] = token;
        }

        return answer;
    }
}
