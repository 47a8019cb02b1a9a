using System.Text;
using SlotBooking.Core.Bookings;

namespace SlotBooking.Core.Metrics;

/// <summary>Writes a day's cells as a few bytes each, and reads them. Pure.</summary>
/// <remarks>
/// Starts, agents and campaigns stand once at the beginning and are numbers in the cells. A thousand appointments are about six kilobytes:
/// a year is read in one go, whatever it is then asked. Bytes of another form are refused, never guessed.
/// </remarks>
public static class SheetCells
{
    private const byte Form = 1;

    /// <summary>The cells as bytes; the same cells in whatever order give the same bytes.</summary>
    public static byte[] Write(IEnumerable<SheetCell> cells)
    {
        var sorted = cells.OrderBy(c => c.Start).ThenBy(c => c.AgentId).ThenBy(c => c.Campaign, StringComparer.Ordinal)
            .ThenBy(c => c.Potential).ThenBy(c => c.Status).ThenBy(c => c.IsConfirmed).ToList();
        var starts = sorted.Select(c => c.Start).Distinct().ToList();
        var agents = sorted.Select(c => c.AgentId).Distinct().Order().ToList();
        var campaigns = sorted.Select(c => c.Campaign).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Form);
        writer.Write7BitEncodedInt(starts.Count);
        starts.ForEach(start => writer.Write(start.Ticks));
        writer.Write7BitEncodedInt(agents.Count);
        agents.ForEach(agent => writer.Write(agent.ToByteArray()));
        writer.Write7BitEncodedInt(campaigns.Count);
        campaigns.ForEach(writer.Write);
        writer.Write7BitEncodedInt(sorted.Count);
        var (startNumbers, agentNumbers, campaignNumbers) = (Numbers(starts), Numbers(agents), Numbers(campaigns));
        foreach (var cell in sorted)
        {
            writer.Write7BitEncodedInt(startNumbers[cell.Start]);
            writer.Write7BitEncodedInt(agentNumbers[cell.AgentId]);
            writer.Write7BitEncodedInt(cell.Campaign is null ? 0 : campaignNumbers[cell.Campaign] + 1);
            writer.Write7BitEncodedInt((int)cell.Potential);
            writer.Write7BitEncodedInt(((int)cell.Status * 2) + (cell.IsConfirmed ? 1 : 0));
            writer.Write7BitEncodedInt(cell.Count);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The cells that the bytes say.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another form.</exception>
    public static IReadOnlyList<SheetCell> Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        if (reader.ReadByte() != Form)
        {
            throw new InvalidDataException("The sheet has another form. Count anew with „metrics rebuild“.");
        }

        var starts = Many(reader, r => new TimeOnly(r.ReadInt64()));
        var agents = Many(reader, r => new Guid(r.ReadBytes(16)));
        var campaigns = Many(reader, r => r.ReadString());
        return Many(reader, r =>
        {
            var (start, agent, campaign) = (r.Read7BitEncodedInt(), r.Read7BitEncodedInt(), r.Read7BitEncodedInt());
            var (potential, status) = (r.Read7BitEncodedInt(), r.Read7BitEncodedInt());
            return new SheetCell(
                starts[start], agents[agent], (Potential)potential, campaign == 0 ? null : campaigns[campaign - 1], (BookingStatus)(status / 2), status % 2 == 1, r.Read7BitEncodedInt());
        });
    }

    private static Dictionary<T, int> Numbers<T>(List<T> list)
        where T : notnull => list.Select((item, index) => (item, index)).ToDictionary(pair => pair.item, pair => pair.index);

    private static T[] Many<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[reader.Read7BitEncodedInt()];
        for (var n = 0; n < items.Length; n++)
        {
            items[n] = read(reader);
        }

        return items;
    }
}
