using System.Text.Json.Nodes;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Fakes.GoogleStandIn;

namespace SlotBooking.Tests.Calendars.Google.Stories;

/// <summary>People who edit the central calendar by hand in a <see cref="SyncStory"/>, and what of theirs has to survive.</summary>
internal sealed class StoryPeople(Random random, EventStore central, Office office)
{
    private static readonly string[] Colours = ["1", "2", "3", "5", "7"];
    private readonly Dictionary<string, JsonObject> _byHand = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _colours = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _notes = new(StringComparer.Ordinal);
    private int _number;

    /// <summary>Events that people made, as they left them.</summary>
    public IReadOnlyDictionary<string, JsonObject> ByHand => _byHand;

    /// <summary>The colour that people gave an event of ours last.</summary>
    public IReadOnlyDictionary<string, string> Colour => _colours;

    /// <summary>The notes that people added to an event of ours.</summary>
    public IReadOnlyDictionary<string, List<string>> Notes => _notes;

    /// <summary>The events that people deleted at some time.</summary>
    public HashSet<string> Deleted { get; } = new(StringComparer.Ordinal);

    public string Act()
    {
        var alive = central.Alive();
        if (alive.Count == 0 || random.Next(8) == 0)
        {
            return MakeByHand();
        }

        var item = alive[random.Next(alive.Count)];
        var id = (string)item["id"]!;
        try
        {
            return _byHand.ContainsKey(id) ? EditOwn(id) : EditOurs(id, item);
        }
        catch (Fakes.GoogleStandIn.Refusal)
        {
            return "somebody was faster than the person";
        }
    }

    private string MakeByHand()
    {
        var id = FormattableString.Invariant($"hand{_number++:d5}");
        _byHand[id] = central.Insert(GoogleBed.Entered(id, "Beispiel, Ines", Range()));
        return $"{id} is entered by hand";
    }

    private string EditOwn(string id)
    {
        if (random.Next(2) == 0)
        {
            central.Delete(id, ifMatch: null);
            _byHand.Remove(id);
            return $"{id} is deleted";
        }

        _byHand[id] = central.Change(id, new JsonObject { ["colorId"] = Colours[random.Next(Colours.Length)] }, ifMatch: null);
        return $"{id} is recoloured";
    }

    private string EditOurs(string id, JsonObject item)
    {
        switch (random.Next(9))
        {
            case 0:
                var range = GoogleBed.Entered(id, "", Range());
                central.Change(id, new JsonObject { ["start"] = range["start"]!.DeepClone(), ["end"] = range["end"]!.DeepClone() }, ifMatch: null);
                return $"{id} is moved by hand";
            case 1:
                central.Change(id, new JsonObject { ["summary"] = "Anders, Nora ( Vorbehalt )" }, ifMatch: null);
                return $"{id} is renamed";
            case 2:
                central.Change(id, new JsonObject { ["summary"] = $"{item["summary"]} ( Vorbehalt )" }, ifMatch: null);
                return $"{id} is marked";
            case 3 or 4:
                var colour = Colours[random.Next(Colours.Length)];
                central.Change(id, new JsonObject { ["colorId"] = colour }, ifMatch: null);
                _colours[id] = colour;
                return $"{id} becomes {colour}";
            case 5:
                return AddNote(id);
            case 6:
                Deleted.Add(id);
                central.Delete(id, ifMatch: null);
                return $"{id} is deleted";
            case 7:
                Deleted.Add(id);
                central.Purge(id);
                central.ForgetTokens();
                return $"{id} disappears without a word";
            default:
                return Duplicate(item);
        }
    }

    private string AddNote(string id)
    {
        var note = FormattableString.Invariant($"Notiz {_number++}");
        var before = (string?)central.Get(id)["description"];
        central.Change(id, new JsonObject { ["description"] = $"{before}\n{note}" }, ifMatch: null);
        (_notes.TryGetValue(id, out var notes) ? notes : _notes[id] = []).Add(note);
        return $"{id} gets a note";
    }

    /// <summary>A copy may carry our private property or not.</summary>
    private string Duplicate(JsonObject item)
    {
        var copy = item.DeepClone().AsObject();
        var id = FormattableString.Invariant($"kopie{_number++:d5}");
        copy["id"] = id;
        if (random.Next(2) == 0)
        {
            copy.Remove("extendedProperties");
        }

        _byHand[id] = central.Insert(copy);
        return $"{item["id"]} is copied as {id}";
    }

    private Core.Time.TimeRange Range() => SlotGrid.Default.RangeOf(
        new Slot(office.Today.AddDays(random.Next(1, 3)), new TimeOnly(random.Next(2) == 0 ? 14 : 16, 0)), office.Clock);
}
