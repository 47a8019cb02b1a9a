using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Customers;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.Customers;

/// <summary>The list on the left: typed into, narrowed by chips, read a page at a time. What is typed stays out of the address.</summary>
public sealed partial class CustomerFinder : IDisposable
{
    private const int MostLines = 500;
    private static readonly IReadOnlyList<CustomerList> Lists = Enum.GetValues<CustomerList>();
    private readonly List<CustomerLine> _lines = [];
    private CancellationTokenSource _search = new();
    private CustomerPageEnd? _end;
    private CustomerList? _shown;
    private string _text = "";
    private string _said = "";
    private bool _isSearching;
    private bool _isLoaded;

    /// <summary>The chosen list.</summary>
    [Parameter]
    public CustomerList List { get; set; }

    /// <summary>The customer whose profile is open.</summary>
    [Parameter]
    public Guid? Selected { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private CustomerSearch Search { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        _search.Cancel();
        _search.Dispose();
    }

    /// <summary>Reads the list again, as after a merge.</summary>
    public Task ReloadAsync() => FindAsync(after: null);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown != List)
        {
            _shown = List;
            await FindAsync(after: null);
        }
    }

    private Task TypedAsync(ChangeEventArgs change)
    {
        _text = change.Value as string ?? "";
        return FindAsync(after: null);
    }

    private Task MoreAsync() => FindAsync(_end);

    /// <summary>Only the last search counts: an older one that answers later is dropped.</summary>
    private async Task FindAsync(CustomerPageEnd? after)
    {
        await _search.CancelAsync();
        _search.Dispose();
        var search = _search = new CancellationTokenSource();
        _isSearching = true;
        try
        {
            var page = await Search.FindAsync(List, _text, after, search.Token);
            if (search != _search)
            {
                return;
            }

            if (after is null)
            {
                _lines.Clear();
            }

            var known = _lines.Select(line => line.Id).ToHashSet();
            _lines.AddRange(page.Lines.Where(line => known.Add(line.Id)));
            (_end, _isSearching, _isLoaded) = (page.End, false, true);
            _said = _lines.Count == 0 ? T["Niemand gefunden"] : _end is null ? T["{0} gefunden", _lines.Count] : T["Mehr als {0} gefunden", _lines.Count];
            StateHasChanged();
        }
        catch (OperationCanceledException) when (search.IsCancellationRequested)
        {
            // Somebody typed on.
        }
    }

    private string Appointments(CustomerLine line) =>
        line.Appointments == 1 ? T["1 Termin"] : line.Reliability is { } percent ? T["{0} Termine, {1} %", line.Appointments, percent] : T["{0} Termine", line.Appointments];
}
